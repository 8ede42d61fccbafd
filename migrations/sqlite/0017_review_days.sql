-- What was finished or delivered before had no day on which it goes. It gets the one that the settings'
-- defaults give: triage's records the end of a week 90 days from now, all else the end of a month six years
-- after it came.
update record
set review = today.day + 96 - (today.day + 93) % 7
from (select unixepoch() / 86400 as day) as today
where state = 'closed'
  and review is null
  and desk = 'triage';

update record
set review = unixepoch(day * 86400, 'unixepoch', 'start of month', '+73 months', '-1 day') / 86400
where state = 'closed'
  and review is null;

update report
set review = unixepoch(day * 86400, 'unixepoch', 'start of month', '+73 months', '-1 day') / 86400
where review is null;
