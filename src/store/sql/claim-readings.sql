update reading r
set lease_owner = $2, lease_until = $4
from (
  select c.id
  from reading c
  join submission s on s.id = c.submission
  where s.environment = $1 and c.state = 'reading' and (c.lease_until is null or c.lease_until <= $3)
  order by c.started_at, c.id
  limit $5
  for update of c skip locked
) found
where r.id = found.id
returning r.id, r.submission, r.tables_version, r.state, r.cursor, r.counts, r.issues, r.started_at, r.finished_at
