create table installation (
    one bigint primary key check (one = 1),
    id bytea not null check (octet_length(id) = 16)
);

-- Signed text as its authorities made it; the kind is a name such as roster/bronze/leeds.
create table note (
    kind text collate "C" primary key,
    serial bigint not null check (serial >= 0),
    body text not null
);
