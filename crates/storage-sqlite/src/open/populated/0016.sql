update report
set recalled = 20780,
    notice = x'05050505050505050505050505050505'
where id = x'01010101010101010101010101010101';

insert into report (key, id, desk, week, day, author)
values (
    361700864190383365, x'05050505050505050505050505050505', 'bronze/leeds', '2026-W47', 20780, x'01010101010101010101010101010101'
);

insert into report_frame (key, frame)
values (361700864190383365, zeroblob(20480));
