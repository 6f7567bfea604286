delete from idempotency where environment = $1 and created_at < $2
