-- What tells a desk that a report was taken back: a message, or the report in its place. It lies in the
-- same inbox.
alter table report add column notice bytea check (octet_length(notice) = 16);
