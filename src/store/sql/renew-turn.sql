update schedule
set lease_until = $4
where environment = $1 and name = $2 and lease_no = $3 and lease_owner is not null
