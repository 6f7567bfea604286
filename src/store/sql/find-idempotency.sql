select request_digest, http_status, sealed_answer, submission from idempotency where key_digest = $1
