-- One-time codes, by hash; deleted when used.
create table invitation (
    code bytea primary key check (octet_length(code) = 32),
    name text not null,
    folded text collate "C" not null unique,
    role text collate "C" not null,
    expires bigint not null
);

create table invitation_desk (
    code bytea not null
        references invitation (code)
        on delete cascade,
    desk text collate "C" not null,
    primary key (code, desk)
);

-- A removed officer keeps name and card, beside what they did, and nothing else.
create table officer (
    id bytea primary key check (octet_length(id) = 16),
    name text not null,
    folded text collate "C" not null,
    role text collate "C" not null,
    state text collate "C" not null,
    card text not null,
    opaque_record bytea,
    check ((state = 'removed') = (opaque_record is null))
);

create unique index officer_name
    on officer (folded)
    where opaque_record is not null;

create table officer_desk (
    officer bytea not null
        references officer (id)
        on delete cascade,
    desk text collate "C" not null,
    primary key (officer, desk)
);

create table session (
    token bytea primary key check (octet_length(token) = 32),
    officer bytea not null
        references officer (id)
        on delete cascade,
    expires bigint not null,
    idle_seconds bigint not null,
    idle_expires bigint not null
);
