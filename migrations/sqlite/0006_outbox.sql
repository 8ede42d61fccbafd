-- One row for whom a mail is for and why; without a state nothing waits. Neither addresses nor texts;
-- minutes only where a mail is to be tried again or is being sent.
create table mail (
    desk text not null,
    audience text not null,
    kind text not null,
    state text,
    slot integer,
    attempts integer not null check (attempts >= 0),
    next_try integer,
    lease integer not null check (lease >= 0),
    leased_until integer,
    primary key (desk, audience, kind),
    check (state is not null or (next_try is null and leased_until is null))
) strict, without rowid;

-- The minute an officer of the desk was last handed everything that waits for it.
create table desk_seen (
    desk text not null primary key,
    minute integer not null
) strict, without rowid;
