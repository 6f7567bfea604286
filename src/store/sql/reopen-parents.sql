-- Parents that were settled though a child still misses them: as if they had never been, so that the child waits by an edge.
with missed as (
  select o.subject_kind, o.subject_id
  from owed o
  join unnest($3::text[], $4::text[]) as g (subject_kind, subject_id) on o.subject_kind = g.subject_kind and o.subject_id = g.subject_id
  where o.environment = $1 and o.platform = $2 and o.settled_version > 0
  order by o.subject_kind, o.subject_id
  for update of o
)
update owed o
set settled_version = 0,
  state = case when o.state = 'settled' then 'ready' else o.state end,
  due = case when o.state = 'settled' then $5::timestamptz else o.due end,
  updated_at = $6
from missed
where o.environment = $1 and o.platform = $2 and o.subject_kind = missed.subject_kind and o.subject_id = missed.subject_id
