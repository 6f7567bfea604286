-- The newest tables win: whatever reads the submission with other ones ends, and its process finds that out before it stores more.
-- A reading is younger than those before it, whatever the clock of its process says.
with ended as (
  update reading o
  set state = 'refused', finished_at = $6, lease_owner = null, lease_until = null
  where o.submission = $2 and o.state = 'reading' and o.tables_version <> $3
    and not exists (select 1 from reading s where s.submission = $2 and s.tables_version = $3)
)
insert into reading (id, submission, tables_version, state, lease_owner, lease_until, started_at)
select $1, $2, $3, 'reading', $4, $5, greatest($6::timestamptz, max(o.started_at) + interval '1 millisecond')
from reading o
where o.submission = $2
on conflict (submission, tables_version) do nothing
