insert into reply (address, day, frame)
values (decode(repeat('00', 32), 'hex'), 20779, decode(repeat('00', 20480), 'hex'));

insert into reply_waiting (address, frame)
values (decode(repeat('01', 32), 'hex'), decode(repeat('00', 20480), 'hex'));
