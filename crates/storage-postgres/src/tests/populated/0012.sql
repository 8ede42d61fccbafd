insert into draft (key, id, week, day, author, frame)
values (
    217020518514230019, '\x03030303030303030303030303030303', '2026-W47', 20780,
    '\x01010101010101010101010101010101', decode(repeat('00', 20480), 'hex')
);
