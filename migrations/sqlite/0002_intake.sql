-- Frames of the open day, in the order of their windows; the key is drawn at random. Accepted is
-- what triage is no longer served: it names no officer, record or time, and is overwritten in place,
-- since a table of its own would list acceptances in their order.
create table intake_today (
    id integer primary key check (id >= 0),
    day integer not null,
    accepted integer not null default 0 check (accepted in (0, 1)),
    frame blob not null check (length(frame) = 20480)
) strict;

-- Frames of closed days, copied here in the order of their random keys.
create table intake_settled (
    id integer primary key check (id >= 0),
    day integer not null,
    accepted integer not null default 0 check (accepted in (0, 1)),
    frame blob not null check (length(frame) = 20480)
) strict;

create view intake as
    select id, day, accepted
    from intake_today
    union all
    select id, day, accepted
    from intake_settled;

-- Hashes of frames, to answer a resend as the first; joined to nothing.
create table seen (
    hash blob not null primary key check (length(hash) = 32),
    day integer not null
) strict, without rowid;
