-- The key is the front of the random id, so that rows lie in no order of time.
create table record (
    key integer primary key check (key >= 0),
    id blob not null unique check (length(id) = 16),
    desk text not null,
    version integer not null check (version >= 1),
    hash blob not null check (length(hash) = 32),
    card blob not null check (length(card) = 4096),
    state text not null,
    day integer not null,
    review integer,
    purpose text,
    lease integer not null check (lease >= 0),
    claimed_by blob check (length(claimed_by) = 16),
    claimed_until integer,
    -- SHA-256(nonce || ids of the frames it was made of); the nonce lies inside the seal only.
    parts blob not null check (length(parts) = 32),
    check ((claimed_by is null) = (claimed_until is null))
) strict;

-- Original; work; translation and history.
create table record_frames (
    key integer primary key
        references record (key)
        on delete cascade,
    original blob not null check (length(original) = 20480),
    work blob not null check (length(work) = 20480),
    history blob not null check (length(history) = 20480)
) strict;

-- The seed of the record's own identity, sealed to the desk's VAULT epoch of this quarter.
create table record_wrapper (
    key integer primary key
        references record (key)
        on delete cascade,
    quarter text not null,
    wrapper blob not null
) strict;
