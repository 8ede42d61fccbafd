-- Once, before `ginnel init`, as the server's superuser: psql -v ON_ERROR_STOP=1 -f prepare.sql
-- Then give the role its password with \password ginnel, or let it in by its Unix user.

create role ginnel login;
grant pg_read_all_settings, pg_checkpoint to ginnel;

-- Two databases: the second holds the wrapped keys, and no backup may take it along.
create database ginnel owner ginnel template template0 encoding 'UTF8';
create database ginnel_wrappers owner ginnel template template0 encoding 'UTF8';
revoke connect, temporary on database ginnel from public;
revoke connect, temporary on database ginnel_wrappers from public;

-- So that what was destroyed leaves the write-ahead log, too.
\connect ginnel
grant execute on function pg_switch_wal() to ginnel;
\connect ginnel_wrappers
grant execute on function pg_switch_wal() to ginnel;
