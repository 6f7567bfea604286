-- What bore the number before has ended at the platform. Whatever may still arrive of it is no version of what is sent from now on.
update owed
set number = $6, sent_hash = null
where environment = $1 and platform = $2 and subject_kind = $3 and subject_id = $4 and lease_no = $5 and lease_owner is not null
