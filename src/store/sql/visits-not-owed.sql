-- Visits that stand and of which a platform was never owed anything, the next $4 by id: those that were stored before the platform was there.
select v.id
from visit v
where v.environment = $1 and v.retracted_at is null and v.id > $3::uuid
  and not exists (
    select 1 from owed o
    where o.subject_id = v.id::text and o.subject_kind = 'visit' and o.platform = $2 and o.environment = $1
  )
order by v.id
limit $4
