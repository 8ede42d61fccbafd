insert into installation (one, id)
values (1, '\x01010101010101010101010101010101');

insert into note (kind, serial, body)
values ('roster/bronze/leeds', 7, 'signed text');
