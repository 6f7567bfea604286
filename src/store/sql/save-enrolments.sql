insert into enrolment (id, digest, person_digest, sealed_person, category, place, domicile, from_date, to_date, reason_out, site_version)
select g.id, g.digest, g.person_digest, g.sealed_person, g.category, g.place, g.domicile, g.from_date, g.to_date, g.reason_out, $11
from unnest($1::uuid[], $2::bytea[], $3::bytea[], $4::bytea[], $5::text[], $6::text[], $7::text[], $8::date[], $9::date[], $10::text[])
  as g (id, digest, person_digest, sealed_person, category, place, domicile, from_date, to_date, reason_out)
order by g.digest
on conflict (digest) do update
set domicile = excluded.domicile, to_date = excluded.to_date, reason_out = excluded.reason_out, site_version = excluded.site_version, removed_at = null
where (enrolment.domicile, enrolment.to_date, enrolment.reason_out) is distinct from (excluded.domicile, excluded.to_date, excluded.reason_out)
  or enrolment.removed_at is not null
returning xmax = 0 as added
