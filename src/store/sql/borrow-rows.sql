-- Rows whose verdicts may still stand: of the newest finished reading and of those begun after it. Their cells are not needed.
insert into source_row (reading, position, line, path, status, reason, heading, issues, content_digest, person, visit)
select r.reading, r.position, r.line, r.path, r.status, r.reason, r.heading, r.issues, r.content_digest, r.person, r.visit
from real_source_row r
join real_reading g on g.id = r.reading
where g.submission = $1
  and g.started_at >= coalesce((select max(f.started_at) from real_reading f where f.submission = $1 and f.state = 'finished'), '-infinity')
on conflict do nothing
