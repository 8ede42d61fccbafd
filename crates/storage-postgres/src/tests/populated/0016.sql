update report
set recalled = 20780,
    notice = '\x05050505050505050505050505050505'
where id = '\x01010101010101010101010101010101';

insert into report (key, id, desk, week, day, author, frame)
values (
    361700864190383365, '\x05050505050505050505050505050505', 'bronze/leeds', '2026-W47', 20780, '\x01010101010101010101010101010101',
    decode(repeat('00', 20480), 'hex')
);
