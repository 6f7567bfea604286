update owed
set state = case when owed_version > $6 then 'ready' else $7 end,
  due = case
    when owed_version <= $6 or $12::boolean then $8::timestamptz
    else greatest(not_before, $13)
  end,
  reason = case when owed_version > $6 then null else $9 end,
  issues = case when owed_version > $6 then null else $10::jsonb end,
  attempts = attempts + $11,
  reconcile = coalesce($12::boolean, reconcile),
  lease_owner = null, lease_until = null, updated_at = $13
where environment = $1 and platform = $2 and subject_kind = $3 and subject_id = $4 and lease_no = $5 and lease_owner is not null
