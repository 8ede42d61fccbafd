-- Nothing may refer to the tables from here to reports, nor name their indexes: each night every one
-- of them is written anew beside the old one, which is then dropped.

-- Frames of the open day, in the order of their windows; the key is drawn at random. A row is written
-- once and never changed: a changed row would name the transaction that changed it.
create table intake_today (
    id bigint primary key check (id >= 0),
    day bigint not null,
    frame bytea not null check (octet_length(frame) = 20480)
);
alter table intake_today alter column frame set storage external;

-- Frames of closed days, copied here in the order of their random keys.
create table intake_settled (
    id bigint primary key check (id >= 0),
    day bigint not null,
    frame bytea not null check (octet_length(frame) = 20480)
);
alter table intake_settled alter column frame set storage external;

-- What triage is no longer served, all of a day in one row: the ids in ascending order, eight bytes
-- each, big-endian. The row names the transaction of the day's last acceptance only, so it tells of
-- no record which frames it was made of; a row or a column for each frame would.
create table intake_accepted (
    day bigint primary key,
    ids bytea not null check (octet_length(ids) % 8 = 0)
);

-- Hashes of frames, to answer a resend as the first; joined to nothing.
create table seen (
    hash bytea primary key check (octet_length(hash) = 32),
    day bigint not null
);
