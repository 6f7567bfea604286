-- The rows that gave a visit something, the newest few; repetitions gave nothing.
select 'visit' as kind, v.id::text as id, g.submission, s.source, r.line, r.path, r.position, r.issues
from visit v
cross join lateral (
  select n.reading, n.line, n.path, n.position, n.issues
  from source_row n
  where n.person = v.person and n.visit = v.id and n.status in ('accepted', 'warning')
  order by n.reading desc, n.position desc
  limit $3
) r
join reading g on g.id = r.reading
join submission s on s.id = g.submission
where v.id = any ($1::uuid[]) and v.environment = $2
order by v.id, r.reading, r.position
