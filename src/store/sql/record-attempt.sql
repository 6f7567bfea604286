insert into attempt (id, environment, platform, subject_kind, subject_id, plan, delivery, http_status, codes, request_hash, sealed_body, at, duration_ms)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
