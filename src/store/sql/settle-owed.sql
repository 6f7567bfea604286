update owed
set settled_version = greatest(settled_version, $6),
  state = case when owed_version > $6 then 'ready' else 'settled' end,
  due = case when owed_version > $6 then greatest(not_before, $7) else 'infinity' end,
  lease_owner = null, lease_until = null, attempts = 0, reason = null, issues = null, reconcile = false, sent_hash = null, updated_at = $7
where environment = $1 and platform = $2 and subject_kind = $3 and subject_id = $4 and lease_no = $5 and lease_owner is not null
