update reading
set state = $3, counts = $4, issues = $5, finished_at = $6, lease_owner = null, lease_until = null
where id = $1 and lease_owner = $2 and state = 'reading'
