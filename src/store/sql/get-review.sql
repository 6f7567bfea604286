select r.id, r.one, r.other, r.reasons, r.state, r.found_at, r.decided_at, r.decided_by
from person_review r
where r.id = $1 and r.environment = $2
