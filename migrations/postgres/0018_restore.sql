-- What tells a desk that a report it was told is taken back stands again: a message in the same inbox.
alter table report add column restored bytea check (octet_length(restored) = 16);

-- How many reports an officer took back in one hour of the clock. Only the present hour is kept.
create table recalling (
    officer bytea not null primary key check (octet_length(officer) = 16),
    hour bigint not null,
    times bigint not null check (times > 0)
);
