-- Who waits for a NIK and leans on its parents all the same goes when the person was found without one.
-- Environment and platform come out of `met`, so that the planner looks debts up by their subject and not by those two.
with met as (
  delete from owed_edge
  where environment = $1 and platform = $2 and on_kind = $3 and on_id = $4
  returning environment, platform, subject_kind, subject_id
)
update owed o
set state = case when o.not_before > $5 then 'waiting' else 'ready' end,
  reason = case when o.not_before > $5 then $7 end,
  due = greatest(o.not_before, $5),
  updated_at = $5
from met
where o.environment = met.environment and o.platform = met.platform and o.subject_kind = met.subject_kind and o.subject_id = met.subject_id
  and o.state = 'waiting' and o.reason in ($6, 'tanpa-nik') and o.lease_owner is null
  and not exists (
    select 1 from owed_edge e
    where e.environment = met.environment and e.platform = met.platform and e.subject_kind = met.subject_kind and e.subject_id = met.subject_id
      and (e.on_kind, e.on_id) <> ($3, $4)
  )
