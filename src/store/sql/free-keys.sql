delete from idempotency where key_digest = any ($1::bytea[])
