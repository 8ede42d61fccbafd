-- Reports their author has signed, which wait for a second officer. Says nothing of the record or the tip
-- they were made of, nor of the desks they are for.
create table draft (
    key integer primary key check (key >= 0),
    id blob not null unique check (length(id) = 16),
    week text not null,
    day integer not null,
    author blob not null check (length(author) = 16),
    frame blob not null check (length(frame) = 20480)
) strict;
