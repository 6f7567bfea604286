select 1
from owed o
join unnest($1::text[], $2::text[], $3::text[]) as g (platform, subject_kind, subject_id)
  on o.platform = g.platform and o.subject_kind = g.subject_kind and o.subject_id = g.subject_id
where o.environment = $4
order by o.platform, o.subject_kind, o.subject_id
for share of o
