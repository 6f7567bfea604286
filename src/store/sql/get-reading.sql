select r.id, r.submission, r.tables_version, r.state, r.cursor, r.counts, r.issues, r.started_at, r.finished_at,
  exists (select 1 from reading o where o.submission = r.submission and o.id <> r.id) as is_again
from reading r
where r.id = $1
