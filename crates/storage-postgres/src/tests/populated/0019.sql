insert into trace (key, id, card, quarter, wrapper, review)
values (
    72340172838076673, '\x01010101010101010101010101010101', decode(repeat('00', 4096), 'hex'),
    '2026-Q4', '\x0102', 23010
);
