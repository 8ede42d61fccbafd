insert into log_entry (year, number, frame)
values
    (2026, 0, decode(repeat('00', 4096), 'hex')),
    (2026, 1, decode(repeat('00', 4096), 'hex'));
