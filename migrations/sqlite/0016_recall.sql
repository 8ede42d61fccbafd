-- What tells a desk that a report was taken back: a message, or the report in its place. It lies in the
-- same inbox.
alter table report add column notice blob check (length(notice) = 16);
