-- The hour in which the newest test tip was sent of those that arrived. It tells of no reporter.
create table canary (
    one bigint not null primary key check (one = 1),
    hour bigint not null
);
