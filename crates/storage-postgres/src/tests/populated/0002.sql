insert into intake_today (id, day, frame)
select id, 20780, decode(repeat('00', 20480), 'hex')
from unnest(array[11, 12]) as id;

insert into intake_settled (id, day, frame)
values (13, 20779, decode(repeat('00', 20480), 'hex'));

insert into intake_accepted (day, ids)
values (20780, '\x000000000000000c'), (20779, '');

insert into seen (hash, day)
values (decode(repeat('00', 32), 'hex'), 20780);
