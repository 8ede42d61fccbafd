insert into report (key, id, desk, week, day, author, opened_by, opened, frame)
values (
    72340172838076673, '\x01010101010101010101010101010101', 'bronze/leeds', '2026-W47', 20780,
    '\x01010101010101010101010101010101', '\x02020202020202020202020202020202', 20780,
    decode(repeat('00', 20480), 'hex')
);
