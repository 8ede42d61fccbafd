insert into reply (key, address, day, frame)
values (5, zeroblob(32), 20779, zeroblob(20480));

insert into reply_waiting (key, address, frame)
values (6, x'0101010101010101010101010101010101010101010101010101010101010101', zeroblob(20480));
