-- One row for whom a mail is for and why; without a state nothing waits. Neither addresses nor texts;
-- minutes only where a mail is to be tried again or is being sent.
create table mail (
    desk text collate "C" not null,
    audience text collate "C" not null,
    kind text collate "C" not null,
    state text collate "C",
    slot bigint,
    attempts bigint not null check (attempts >= 0),
    next_try bigint,
    lease bigint not null check (lease >= 0),
    leased_until bigint,
    primary key (desk, audience, kind),
    check (state is not null or (next_try is null and leased_until is null))
);

-- The minute an officer of the desk was last handed everything that waits for it.
create table desk_seen (
    desk text collate "C" primary key,
    minute bigint not null
);
