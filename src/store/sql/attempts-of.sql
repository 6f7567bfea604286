select id, plan, delivery, http_status, codes, request_hash, sealed_body, at, duration_ms
from attempt
where environment = $1 and platform = $2 and subject_kind = $3 and subject_id = $4
order by at, id
