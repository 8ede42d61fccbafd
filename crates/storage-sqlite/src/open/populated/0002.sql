insert into intake_today (id, day, accepted, frame)
values (11, 20780, 0, zeroblob(20480)), (12, 20780, 1, zeroblob(20480));

insert into intake_settled (id, day, frame)
values (13, 20779, zeroblob(20480));

insert into seen (hash, day)
values (zeroblob(32), 20780);
