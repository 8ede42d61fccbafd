-- What was finished or delivered before had no day on which it goes. It gets the one that the settings'
-- defaults give: triage's records the end of a week 90 days from now, all else the end of a month six years
-- after it came.
update record
set review = today.day + 96 - (today.day + 93) % 7
from (select (now() at time zone 'utc')::date - date '1970-01-01' as day) as today
where state = 'closed'
  and review is null
  and desk = 'triage';

update record
set review = (
    date_trunc('month', (date '1970-01-01' + day::integer)::timestamp) + interval '73 months'
)::date - date '1970-01-02'
where state = 'closed'
  and review is null;

update report
set review = (
    date_trunc('month', (date '1970-01-01' + day::integer)::timestamp) + interval '73 months'
)::date - date '1970-01-02'
where review is null;
