insert into trace (key, id, card, quarter, wrapper, review)
values (
    72340172838076673, x'01010101010101010101010101010101', zeroblob(4096), '2026-Q4', x'0102', 23010
);
