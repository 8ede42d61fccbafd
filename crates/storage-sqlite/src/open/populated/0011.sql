insert into log_entry (year, number, frame)
values (2026, 0, zeroblob(4096)), (2026, 1, zeroblob(4096));
