-- Every operation of officers on personal data, sealed to the auditors: who, what and when lie inside the
-- seal. A year at a time, gapless; nothing here is of reporters.
create table log_entry (
    year bigint not null,
    number bigint not null check (number >= 0),
    frame bytea not null check (octet_length(frame) = 4096),
    primary key (year, number)
);
alter table log_entry alter column frame set storage external;

create function log_entry_is_kept() returns trigger language plpgsql as $$
begin
    -- Six whole years after its own a year may go; by the log's own years, whatever a clock says.
    if tg_op = 'DELETE' and old.year + 6 < (select max(year) from log_entry) then
        return old;
    end if;
    raise exception 'the log of operations is only ever appended to';
end
$$;

create trigger log_entry_is_kept
before update or delete on log_entry
for each row execute function log_entry_is_kept();

create trigger log_entry_is_not_emptied
before truncate on log_entry
for each statement execute function log_entry_is_kept();
