-- Who waits for a NIK and leans on its parents all the same goes when the person was found without one.
-- Environment and platform come out of `met`, so that the planner looks debts up by their subject and not by those two.
with met as (
  delete from owed_edge e
  using unnest($3::text[], $4::text[]) as g (on_kind, on_id)
  where e.environment = $1 and e.platform = $2 and e.on_kind = g.on_kind and e.on_id = g.on_id
  returning e.environment, e.platform, e.subject_kind, e.subject_id
),
child as (
  select distinct environment, platform, subject_kind, subject_id from met
)
update owed o
set state = case when o.not_before > $5 then 'waiting' else 'ready' end,
  reason = case when o.not_before > $5 then $7 end,
  due = greatest(o.not_before, $5),
  updated_at = $5
from child c
where o.environment = c.environment and o.platform = c.platform and o.subject_kind = c.subject_kind and o.subject_id = c.subject_id
  and o.state = 'waiting' and o.reason in ($6, 'tanpa-nik') and o.lease_owner is null
  and not exists (
    select 1 from owed_edge e
    where e.environment = c.environment and e.platform = c.platform and e.subject_kind = c.subject_kind and e.subject_id = c.subject_id
      and not exists (
        select 1 from unnest($3::text[], $4::text[]) as g (on_kind, on_id) where g.on_kind = e.on_kind and g.on_id = e.on_id
      )
  )
