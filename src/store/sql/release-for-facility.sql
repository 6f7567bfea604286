-- What was held for the credential of one Organization: by the places beneath it; the few nakes and courses of care are looked at anew whosever they are.
update owed o
set state = case when o.not_before > $5 then 'waiting' else 'ready' end,
  reason = case when o.not_before > $5 then $6 end,
  due = greatest(o.not_before, $5),
  issues = null, attempts = 0, updated_at = $5,
  outcome_seq = case o.subject_kind when 'visit' then null else o.outcome_seq end
where o.environment = $1 and o.platform = $2 and o.state = 'held' and o.reason = any ($3::text[]) and o.lease_owner is null
  and case o.subject_kind
    when 'place' then o.subject_id = any ($4::text[])
    when 'visit' then exists (select 1 from visit v where v.id = o.subject_id::uuid and v.place = any ($4))
    when 'patient' then exists (select 1 from visit v where v.person = o.subject_id::uuid and v.place = any ($4))
    else true
  end
