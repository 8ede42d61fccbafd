-- Every operation of officers on personal data, sealed to the auditors: who, what and when lie inside the
-- seal. A year at a time, gapless; nothing here is of reporters.
create table log_entry (
    year integer not null,
    number integer not null check (number >= 0),
    frame blob not null check (length(frame) = 4096),
    primary key (year, number)
) strict;

create trigger log_entry_is_never_changed
before update on log_entry
begin
    select raise(abort, 'the log of operations is only ever appended to');
end;

-- Six whole years after its own a year may go; by the log's own years, whatever a clock says.
create trigger log_entry_goes_when_its_year_is_long_over
before delete on log_entry
when old.year + 6 >= (select max(year) from log_entry)
begin
    select raise(abort, 'the log of operations is kept for six years');
end;
