update idempotency i
set submission = g.submission, http_status = g.http_status, sealed_answer = g.sealed_answer
from unnest($1::bytea[], $2::uuid[], $3::integer[], $4::bytea[]) as g (key_digest, submission, http_status, sealed_answer)
where i.key_digest = g.key_digest
