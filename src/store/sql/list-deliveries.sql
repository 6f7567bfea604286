-- What platforms have taken of the visits that rows of a reading speak of, in the order of visits and platforms. Nobody who was erased is among them.
select distinct on (r.visit, o.platform collate "C") r.visit, o.platform, o.environment, u.platform_id as encounter, o.settled_for as patient,
  o.settled_version as version, coalesce(o.settled_at, u.learned_at) as at
from source_row r
join person p on p.id = r.person
join owed o on o.subject_id = r.visit::text and o.subject_kind = 'visit' and o.environment = $1 and o.settled_version > 0
join upstream u on u.ref = 'visit/' || o.subject_id and u.platform = o.platform and u.environment = o.environment
where r.reading = $2 and p.erased_at is null and ($3::uuid is null or (r.visit, o.platform collate "C") > ($3::uuid, $4::text collate "C"))
order by r.visit, o.platform collate "C"
limit $5
