-- Who waits for a NIK goes too where the person was found without one.
-- Environment and platform come out of the materialized part, so that the planner looks debts up by their subject and not by those two.
with free as materialized (
  select g.platform, g.subject_kind, g.subject_id, $4::text as environment
  from unnest($1::text[], $2::text[], $3::text[]) as g (platform, subject_kind, subject_id)
  where not exists (
    select 1 from owed_edge e
    where e.environment = $4 and e.platform = g.platform and e.subject_kind = g.subject_kind and e.subject_id = g.subject_id
  )
)
update owed o
set state = case when o.not_before > $5 then 'waiting' else 'ready' end,
  reason = case when o.not_before > $5 then $7 end,
  due = greatest(o.not_before, $5),
  updated_at = $5
from free
where o.environment = free.environment and o.platform = free.platform and o.subject_kind = free.subject_kind and o.subject_id = free.subject_id
  and o.state = 'waiting' and o.reason in ($6, 'tanpa-nik') and o.lease_owner is null
