select 1
from unnest($3::text[], $4::text[]) as g (on_kind, on_id)
join owed_edge e on e.on_id = g.on_id and e.on_kind = g.on_kind and e.platform = $2 and e.environment = $1
join owed o on o.subject_id = e.subject_id and o.subject_kind = e.subject_kind and o.platform = e.platform and o.environment = e.environment
order by o.subject_kind, o.subject_id
for update of o
