-- Reports their author has signed, which wait for a second officer. Says nothing of the record or the tip
-- they were made of, nor of the desks they are for.
create table draft (
    key bigint primary key check (key >= 0),
    id bytea not null unique check (octet_length(id) = 16),
    week text collate "C" not null,
    day bigint not null,
    author bytea not null check (octet_length(author) = 16),
    frame bytea not null check (octet_length(frame) = 20480)
);
alter table draft alter column frame set storage external;
