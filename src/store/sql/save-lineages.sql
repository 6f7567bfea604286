-- Only what a visit is made of: it says what it said, so its version stays. The visits were locked before (find-visits, hold-visits).
update visit v
set sealed_visit = g.sealed_visit
from unnest($1::uuid[], $2::bytea[]) as g (id, sealed_visit)
where v.id = g.id and v.environment = $3
