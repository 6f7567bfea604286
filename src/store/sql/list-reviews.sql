select r.id, r.one, r.other, r.reasons, r.state, r.found_at, r.decided_at, r.decided_by
from person_review r
where r.environment = $1 and r.state = $2 and (r.found_at, r.id) > ($3::timestamptz, $4::uuid)
  -- Where an area is given, one of the two was seen inside it.
  and ($5::text[] is null or exists (
    select 1 from visit v where v.person in (r.one, r.other) and v.place = any ($5::text[]) and v.retracted_at is null
  ))
order by r.found_at, r.id
limit $6
