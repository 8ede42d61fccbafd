-- Where reports went of a tip whose record is over: a sealed card and the key to it, longer than the record. The
-- key is the front of a random id, and nothing names the record or the reports.
create table trace (
    key bigint primary key check (key >= 0),
    id bytea not null unique check (octet_length(id) = 16),
    card bytea not null check (octet_length(card) = 4096),
    -- The seed of the card's own identity, sealed to triage's VAULT epoch of this quarter.
    quarter text collate "C" not null,
    wrapper bytea not null,
    review bigint not null
);
alter table trace alter column card set storage external;
alter table trace alter column wrapper set storage external;
