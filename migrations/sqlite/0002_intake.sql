-- Frames of the open day, in the order of their windows; the key is drawn at random.
create table intake_today (
    id integer primary key check (id >= 0),
    day integer not null,
    frame blob not null check (length(frame) = 20480)
) strict;

-- Frames of closed days, copied here in the order of their random keys.
create table intake_settled (
    id integer primary key check (id >= 0),
    day integer not null,
    frame blob not null check (length(frame) = 20480)
) strict;

create view intake as
    select id, day
    from intake_today
    union all
    select id, day
    from intake_settled;

-- Frames triage is no longer served. Names no officer, no record and no time on purpose.
create table accepted (
    intake_id integer primary key check (intake_id >= 0)
) strict;

-- Hashes of frames, to answer a resend as the first; joined to nothing.
create table seen (
    hash blob not null primary key check (length(hash) = 32),
    day integer not null
) strict, without rowid;
