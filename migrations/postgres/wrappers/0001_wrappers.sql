-- A database of its own, which no backup takes along: what is destroyed here is gone everywhere.
create table epoch_wrapper (
    desk text collate "C" not null,
    period text collate "C" not null,
    officer bytea not null check (octet_length(officer) = 16),
    wrapper bytea not null,
    primary key (desk, period, officer)
);
