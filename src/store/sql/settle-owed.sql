update owed o
set settled_version = greatest(o.settled_version, $6),
  settled_at = $7,
  settled_for = coalesce((
    select u.platform_id
    from upstream u
    where u.ref = 'patient/' || (select v.person from visit v where v.id = case o.subject_kind when 'visit' then o.subject_id::uuid end)
      and u.platform = o.platform and u.environment = o.environment
  ), o.settled_for),
  -- A part that the platform refused ($8, $9) is for a person, though whoever waits for the subject waits no longer.
  state = case when o.owed_version > $6 then 'ready' when $8::text is null then 'settled' else 'parked' end,
  due = case when o.owed_version > $6 then greatest(o.not_before, $7) else 'infinity' end,
  reason = case when o.owed_version > $6 then null else $8 end,
  issues = case when o.owed_version > $6 then null else $9::jsonb end,
  lease_owner = null, lease_until = null, attempts = 0, reconcile = false, sent_hash = null, updated_at = $7,
  outcome_seq = case o.subject_kind when 'visit' then null else o.outcome_seq end
where o.environment = $1 and o.platform = $2 and o.subject_kind = $3 and o.subject_id = $4 and o.lease_no = $5 and o.lease_owner is not null
