insert into record (key, id, desk, version, hash, card, state, day, lease, parts)
values (
    72340172838076673, x'01010101010101010101010101010101', 'triage', 1, zeroblob(32),
    zeroblob(4096), 'open', 20780, 0, zeroblob(32)
);

insert into record_frames (key, original, work, history)
values (72340172838076673, zeroblob(20480), zeroblob(20480), zeroblob(20480));

insert into record_wrapper (key, quarter, wrapper)
values (72340172838076673, '2026-Q4', x'0102');
