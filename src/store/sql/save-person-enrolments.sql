insert into person_enrolment (
  id, environment, person, category, place, domicile, from_date, told_date, to_date, reason_out, submission, position, sealed_entry,
  created_at, updated_at, removed_at
)
select g.id, $14, g.person, g.category, g.place, g.domicile, g.from_date, g.told_date, g.to_date, g.reason_out, g.submission, g.position, g.sealed_entry,
  $15, $15, case when g.removed then $15::timestamptz end
from unnest(
  $1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::date[], $7::date[], $8::date[], $9::text[], $10::uuid[], $11::bigint[], $12::bytea[], $13::boolean[]
) as g (id, person, category, place, domicile, from_date, told_date, to_date, reason_out, submission, position, sealed_entry, removed)
order by g.id
on conflict (id) do update
set category = excluded.category, place = excluded.place, domicile = excluded.domicile, from_date = excluded.from_date, told_date = excluded.told_date,
  to_date = excluded.to_date, reason_out = excluded.reason_out, submission = excluded.submission, position = excluded.position,
  sealed_entry = excluded.sealed_entry, updated_at = excluded.updated_at, removed_at = excluded.removed_at
