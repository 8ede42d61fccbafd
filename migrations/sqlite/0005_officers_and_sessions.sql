-- One-time codes, by hash; deleted when used.
create table invitation (
    code blob not null primary key check (length(code) = 32),
    name text not null,
    folded text not null unique,
    role text not null,
    expires integer not null
) strict, without rowid;

create table invitation_desk (
    code blob not null
        references invitation (code)
        on delete cascade,
    desk text not null,
    primary key (code, desk)
) strict, without rowid;

-- A removed officer keeps name and card, beside what they did, and nothing else.
create table officer (
    id blob not null primary key check (length(id) = 16),
    name text not null,
    folded text not null,
    role text not null,
    state text not null,
    card text not null,
    opaque_record blob,
    check ((state = 'removed') = (opaque_record is null))
) strict, without rowid;

create unique index officer_name
    on officer (folded)
    where opaque_record is not null;

create table officer_desk (
    officer blob not null
        references officer (id)
        on delete cascade,
    desk text not null,
    primary key (officer, desk)
) strict, without rowid;

create table session (
    token blob not null primary key check (length(token) = 32),
    officer blob not null
        references officer (id)
        on delete cascade,
    expires integer not null,
    idle_seconds integer not null,
    idle_expires integer not null
) strict, without rowid;
