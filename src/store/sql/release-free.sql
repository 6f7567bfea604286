update owed o
set state = case when o.not_before > $5 then 'waiting' else 'ready' end,
  reason = case when o.not_before > $5 then $7 end,
  due = greatest(o.not_before, $5),
  updated_at = $5
from unnest($1::text[], $2::text[], $3::text[]) as g (platform, subject_kind, subject_id)
where o.environment = $4 and o.platform = g.platform and o.subject_kind = g.subject_kind and o.subject_id = g.subject_id
  and o.state = 'waiting' and o.reason = $6 and o.lease_owner is null
  and not exists (
    select 1 from owed_edge e
    where e.environment = o.environment and e.platform = o.platform and e.subject_kind = o.subject_kind and e.subject_id = o.subject_id
  )
