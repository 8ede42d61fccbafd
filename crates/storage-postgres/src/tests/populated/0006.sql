insert into mail (desk, audience, kind, state, slot, attempts, next_try, lease)
values ('triage', 'desk', 'digest', 'waiting', 29923200, 2, 29923260, 3);

insert into desk_seen (desk, minute)
values ('triage', 29923200);
