-- A file of its own, which no backup takes along: what is destroyed here is gone everywhere.
create table epoch_wrapper (
    desk text not null,
    period text not null,
    officer blob not null check (length(officer) = 16),
    wrapper blob not null,
    primary key (desk, period, officer)
) strict, without rowid;
