select r.id, r.one, r.other, r.reasons, r.state, r.found_at, r.decided_at, r.decided_by
from person_review r
where (r.one = any ($1::uuid[]) or r.other = any ($1::uuid[])) and r.environment = $2
order by r.found_at, r.id
