select 1
from owed o
join owed_edge e on e.environment = o.environment and e.platform = o.platform and e.subject_kind = o.subject_kind and e.subject_id = o.subject_id
where e.environment = $1 and e.platform = $2 and e.on_kind = $3 and e.on_id = $4
order by o.subject_kind, o.subject_id
for update of o
