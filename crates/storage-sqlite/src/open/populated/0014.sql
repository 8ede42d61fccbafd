insert into sheet (district, month, body)
values ('leeds', '2026-10', 'signed lines');
