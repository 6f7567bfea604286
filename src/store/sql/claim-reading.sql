update reading
set lease_owner = $2, lease_until = $4
where id = $1 and state = 'reading' and (lease_until is null or lease_until <= $3)
