-- `next_at` stays: the turn is due at once for whoever comes.
update schedule
set lease_owner = null, lease_until = null
where environment = $1 and name = $2 and lease_no = $3 and lease_owner is not null
