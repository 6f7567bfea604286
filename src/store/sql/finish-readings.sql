update reading r
set state = 'finished', cursor = g.cursor, counts = g.counts, issues = g.issues, finished_at = $6, lease_owner = null, lease_until = null
from unnest($1::uuid[], $2::bigint[], $3::jsonb[], $4::jsonb[]) as g (id, cursor, counts, issues)
where r.id = g.id and r.lease_owner = $5 and r.state = 'reading'
