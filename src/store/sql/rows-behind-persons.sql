-- The rows that spoke of a person, the newest few; repetitions said nothing new.
select 'patient' as kind, p.id::text as id, g.submission, s.source, r.line, r.path, r.position, r.issues
from person p
cross join lateral (
  select n.reading, n.line, n.path, n.position, n.issues
  from source_row n
  where n.person = p.id and n.status in ('accepted', 'warning')
  order by n.reading desc, n.position desc
  limit $3
) r
join reading g on g.id = r.reading
join submission s on s.id = g.submission
where p.id = any ($1::uuid[]) and p.environment = $2
order by p.id, r.reading, r.position
