create table installation (
    one integer primary key check (one = 1),
    id blob not null check (length(id) = 16)
) strict;

-- Signed text as its authorities made it; the kind is a name such as roster/bronze/leeds.
create table note (
    kind text not null primary key,
    serial integer not null check (serial >= 0),
    body text not null
) strict, without rowid;
