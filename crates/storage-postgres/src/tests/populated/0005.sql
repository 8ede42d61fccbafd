insert into invitation (code, name, folded, role, expires)
values (decode(repeat('00', 32), 'hex'), 'Bilal', 'bilal', 'officer', 1795395600);

insert into invitation_desk (code, desk)
values (decode(repeat('00', 32), 'hex'), 'silver');

insert into officer (id, name, folded, role, state, card, opaque_record)
values (
    '\x01010101010101010101010101010101', 'Amina', 'amina', 'supervisor', 'approved', 'card',
    '\x0102'
);

insert into officer_desk (officer, desk)
values ('\x01010101010101010101010101010101', 'triage');

insert into session (token, officer, expires, idle_seconds, idle_expires)
values (
    decode(repeat('00', 32), 'hex'), '\x01010101010101010101010101010101', 1795395600, 900,
    1795395600
);
