-- What a desk published of a month, once: lines of numbers it signed, nothing of any case.
create table sheet (
    district text collate "C" not null,
    month text collate "C" not null,
    body text not null,
    primary key (district, month)
);
