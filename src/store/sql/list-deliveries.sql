-- Visits that rows of a reading speak of, in the order of their ids, with what platforms have taken of them; nobody who was erased is among them.
with spoken as (
  select distinct r.visit
  from source_row r
  join person p on p.id = r.person
  where r.reading = $2 and r.visit > $3 and p.erased_at is null
  order by r.visit
  limit $4
)
select v.visit, o.platform, o.environment, u.platform_id as encounter, o.settled_for as patient, o.settled_version as version,
  coalesce(o.settled_at, u.learned_at) as at
from spoken v
left join (
  owed o
  join upstream u on u.ref = 'visit/' || o.subject_id and u.platform = o.platform and u.environment = o.environment
) on o.subject_id = v.visit::text and o.subject_kind = 'visit' and o.environment = $1 and o.settled_version > 0
order by v.visit, o.platform collate "C"
