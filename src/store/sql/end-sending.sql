-- The answer says that nothing arrived; the lease goes on. `sent_hash` is that of an earlier message which may still have.
update owed
set state = 'ready', sent_hash = $6
where environment = $1 and platform = $2 and subject_kind = $3 and subject_id = $4 and lease_no = $5 and lease_owner is not null
