-- Says nothing of the record, the tip or the frame a report was made of.
create table report (
    key integer primary key check (key >= 0),
    id blob not null unique check (length(id) = 16),
    desk text not null,
    week text not null,
    day integer not null,
    author blob not null check (length(author) = 16),
    second_signer blob check (length(second_signer) = 16),
    review integer,
    purpose text,
    recalled integer,
    opened_by blob check (length(opened_by) = 16),
    opened integer,
    acknowledged_by blob check (length(acknowledged_by) = 16),
    acknowledged integer,
    reference text,
    check ((opened_by is null) = (opened is null)),
    check ((acknowledged_by is null) = (acknowledged is null)),
    check (acknowledged is null or opened is not null)
) strict;

create table report_frame (
    key integer primary key
        references report (key)
        on delete cascade,
    frame blob not null check (length(frame) = 20480)
) strict;
