-- Where reports went of a tip whose record is over: a sealed card and the key to it, longer than the record. The
-- key is the front of a random id, and nothing names the record or the reports.
create table trace (
    key integer primary key check (key >= 0),
    id blob not null unique check (length(id) = 16),
    card blob not null check (length(card) = 4096),
    -- The seed of the card's own identity, sealed to triage's VAULT epoch of this quarter.
    quarter text not null,
    wrapper blob not null,
    review integer not null
) strict;
