update reading
set cursor = $3, counts = $4, lease_until = $5
where id = $1 and lease_owner = $2 and state = 'reading' and cursor <= $3
