-- Replies to reporters. The address is the hash of a token only the reporter's phrase gives; a row says
-- neither whose it is nor who wrote it nor from which desk. Written anew each night, as tips are.
create table reply (
    address bytea primary key check (octet_length(address) = 32),
    day bigint not null,
    frame bytea not null check (octet_length(frame) = 20480)
);
alter table reply alter column frame set storage external;

-- Those that wait for the end of their window, of every desk together.
create table reply_waiting (
    address bytea primary key check (octet_length(address) = 32),
    frame bytea not null check (octet_length(frame) = 20480)
);
alter table reply_waiting alter column frame set storage external;

-- Read in the place of a reply that is not there, so that looking takes the same work.
create table reply_decoy (
    slot bigint primary key check (slot between 0 and 7),
    frame bytea not null check (octet_length(frame) = 20480)
);
alter table reply_decoy alter column frame set storage external;

insert into reply_decoy (slot, frame)
select slot, decode(repeat('00', 20480), 'hex')
from generate_series(0, 7) as slot;
