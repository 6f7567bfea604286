-- Rows of other files that only repeated what a visit was told. The newest finished reading of a file speaks for it, or the only one there is.
select r.visit, r.content_digest, r.position, g.submission, s.source
from source_row r
join reading g on g.id = r.reading
join submission s on s.id = g.submission
where r.person = any ($1::uuid[]) and r.visit = any ($2::uuid[]) and r.status = 'skipped' and r.reason = 'duplikat'
  and r.content_digest is not null and g.submission <> $3
  and g.id = (
    select n.id from reading n
    where n.submission = g.submission and n.state <> 'refused'
    order by n.state = 'finished' desc, n.started_at desc, n.id desc
    limit 1
  )
order by g.submission, r.position
