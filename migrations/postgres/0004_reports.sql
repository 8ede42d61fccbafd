-- Says nothing of the record, the tip or the frame a report was made of.
create table report (
    key bigint primary key check (key >= 0),
    id bytea not null unique check (octet_length(id) = 16),
    desk text collate "C" not null,
    week text collate "C" not null,
    day bigint not null,
    author bytea not null check (octet_length(author) = 16),
    second_signer bytea check (octet_length(second_signer) = 16),
    review bigint,
    purpose text,
    recalled bigint,
    opened_by bytea check (octet_length(opened_by) = 16),
    opened bigint,
    acknowledged_by bytea check (octet_length(acknowledged_by) = 16),
    acknowledged bigint,
    reference text,
    frame bytea not null check (octet_length(frame) = 20480),
    check ((opened_by is null) = (opened is null)),
    check ((acknowledged_by is null) = (acknowledged is null)),
    check (acknowledged is null or opened is not null)
);
alter table report alter column frame set storage external;
