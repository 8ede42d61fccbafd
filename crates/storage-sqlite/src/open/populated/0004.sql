insert into report (key, id, desk, week, day, author, opened_by, opened)
values (
    72340172838076673, x'01010101010101010101010101010101', 'bronze/leeds', '2026-W47', 20780,
    x'01010101010101010101010101010101', x'02020202020202020202020202020202', 20780
);

insert into report_frame (key, frame)
values (72340172838076673, zeroblob(20480));
