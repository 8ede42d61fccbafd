-- Replies to reporters. The address is the hash of a token only the reporter's phrase gives; a row says
-- neither whose it is nor who wrote it nor from which desk. The key is the address's first 63 bits.
create table reply (
    key integer primary key check (key >= 0),
    address blob not null unique check (length(address) = 32),
    day integer not null,
    frame blob not null check (length(frame) = 20480)
) strict;

-- Those that wait for the end of their window, of every desk together.
create table reply_waiting (
    key integer primary key check (key >= 0),
    address blob not null unique check (length(address) = 32),
    frame blob not null check (length(frame) = 20480)
) strict;

-- Read in the place of a reply that is not there, so that looking takes the same work.
create table reply_decoy (
    slot integer primary key check (slot between 0 and 7),
    frame blob not null check (length(frame) = 20480)
) strict;

insert into reply_decoy (slot, frame)
values
    (0, zeroblob(20480)),
    (1, zeroblob(20480)),
    (2, zeroblob(20480)),
    (3, zeroblob(20480)),
    (4, zeroblob(20480)),
    (5, zeroblob(20480)),
    (6, zeroblob(20480)),
    (7, zeroblob(20480));
