insert into record (
    key, id, desk, version, hash, card, state, day, lease, parts, original, work, history, quarter,
    wrapper
)
select 72340172838076673, '\x01010101010101010101010101010101', 'triage', 1,
    decode(repeat('00', 32), 'hex'), decode(repeat('00', 4096), 'hex'), 'open', 20780, 0,
    decode(repeat('00', 32), 'hex'), frame, frame, frame, '2026-Q4', '\x0102'
from decode(repeat('00', 20480), 'hex') as frame;
