insert into reading (id, submission, tables_version, state, lease_owner, lease_until, started_at)
select g.id, g.submission, g.tables_version, 'reading', $4, $5, $6
from unnest($1::uuid[], $2::uuid[], $3::text[]) as g (id, submission, tables_version)
