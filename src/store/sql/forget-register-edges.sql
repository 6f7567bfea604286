-- Who waits for a place or a nakes is looked at anew: after the register changed it may lean on others.
with freed as (
  delete from owed_edge where environment = $1 and platform = $2 and on_kind in ('place', 'practitioner')
  returning subject_kind, subject_id
)
update owed o
set state = case when o.not_before > $3 then 'waiting' else 'ready' end,
  reason = case when o.not_before > $3 then $5 end,
  due = greatest(o.not_before, $3),
  updated_at = $3,
  outcome_seq = case o.subject_kind when 'visit' then null else o.outcome_seq end
where o.environment = $1 and o.platform = $2 and o.state = 'waiting' and o.reason = $4 and o.lease_owner is null
  and (o.subject_kind, o.subject_id) in (select f.subject_kind, f.subject_id from freed f)
