-- What tells a desk that a report it was told is taken back stands again: a message in the same inbox.
alter table report add column restored blob check (length(restored) = 16);

-- How many reports an officer took back in one hour of the clock. Only the present hour is kept.
create table recalling (
    officer blob not null primary key check (length(officer) = 16),
    hour integer not null,
    times integer not null check (times > 0)
) strict, without rowid;
