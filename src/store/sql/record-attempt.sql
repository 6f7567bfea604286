-- What is written again, because nobody heard that it was, stands once.
insert into attempt (id, environment, platform, subject_kind, subject_id, plan, delivery, http_status, codes, request_hash, sealed_body, at, duration_ms)
select g.id, $2, g.platform, g.subject_kind, g.subject_id, g.plan, g.delivery, g.http_status, g.codes, g.request_hash, g.sealed_body, g.at, g.duration_ms
from unnest(
  $1::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::integer[], $9::jsonb[], $10::text[], $11::bytea[], $12::timestamptz[], $13::integer[]
) as g (id, platform, subject_kind, subject_id, plan, delivery, http_status, codes, request_hash, sealed_body, at, duration_ms)
on conflict (id) do nothing
