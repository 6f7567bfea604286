update owed
set lease_owner = null, lease_until = null, due = $3, updated_at = $3
where environment = $1 and lease_owner = $2 and state <> 'sending'
