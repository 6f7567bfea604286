update owed o
set state = case when o.not_before > $3 then 'waiting' else 'ready' end,
  reason = case when o.not_before > $3 then $5 end,
  due = greatest(o.not_before, $3),
  updated_at = $3,
  outcome_seq = case o.subject_kind when 'visit' then null else o.outcome_seq end
where o.environment = $1 and o.platform = $2 and o.state = 'waiting' and o.reason = $4 and o.lease_owner is null
  and not exists (
    select 1 from owed_edge e
    where e.environment = o.environment and e.platform = o.platform and e.subject_kind = o.subject_kind and e.subject_id = o.subject_id
  )
