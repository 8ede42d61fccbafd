insert into canary (one, hour)
values (1, 498720);
