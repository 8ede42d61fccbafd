-- The key is the front of the random id, so that rows lie in no order of time. Frames and card lie
-- apart from the row without being asked to: each is longer than a row may be.
create table record (
    key bigint primary key check (key >= 0),
    id bytea not null unique check (octet_length(id) = 16),
    desk text collate "C" not null,
    version bigint not null check (version >= 1),
    hash bytea not null check (octet_length(hash) = 32),
    card bytea not null check (octet_length(card) = 4096),
    state text collate "C" not null,
    day bigint not null,
    review bigint,
    purpose text,
    lease bigint not null check (lease >= 0),
    claimed_by bytea check (octet_length(claimed_by) = 16),
    claimed_until bigint,
    -- SHA-256(nonce || ids of the frames it was made of); the nonce lies inside the seal only.
    parts bytea not null check (octet_length(parts) = 32),
    -- Original; work; translation and history.
    original bytea not null check (octet_length(original) = 20480),
    work bytea not null check (octet_length(work) = 20480),
    history bytea not null check (octet_length(history) = 20480),
    -- The seed of the record's own identity, sealed to the desk's VAULT epoch of this quarter.
    quarter text collate "C" not null,
    wrapper bytea not null,
    check ((claimed_by is null) = (claimed_until is null))
);
alter table record alter column card set storage external;
alter table record alter column original set storage external;
alter table record alter column work set storage external;
alter table record alter column history set storage external;
alter table record alter column wrapper set storage external;
