-- The number a visit bears at the platform is fixed by the first message that may bring it there.
update owed
set state = 'sending', reconcile = false, sent_hash = $6, lease_until = $7, due = $7, number = coalesce(number, $8)
where environment = $1 and platform = $2 and subject_kind = $3 and subject_id = $4 and lease_no = $5 and lease_owner is not null
