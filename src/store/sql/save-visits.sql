-- The visits were locked before (hold-visits), so what `kept` copies is what the upsert replaces.
with given as (
  select *
  from unnest(
    $1::uuid[], $2::bytea[], $3::uuid[], $4::text[], $5::integer[], $6::text[], $7::text[], $8::date[], $9::boolean[], $10::text[],
    $11::text[], $12::text[], $13::boolean[], $14::text[], $15::text[], $16::jsonb[], $17::jsonb[], $18::bytea[], $19::uuid[], $24::bytea[], $20::bytea[], $21::bytea[]
  ) as g (
    id, key_digest, person, sex, age_days, domicile, place, visit_date, date_estimated, service,
    life_stage, recorder, verified, duty, kerahasiaan, versions, facts, content_digest, reading, number_digest, sealed_visit, sealed_bundle
  )
),
kept as (
  insert into visit_version (visit, version, verified, kerahasiaan, versions, facts, content_digest, reading, sealed_visit, sealed_bundle, kept_at, person)
  select v.id, v.version, v.verified, v.kerahasiaan, v.versions, v.facts, v.content_digest, v.reading, v.sealed_visit, v.sealed_bundle, $23, v.person
  from visit v
  join given g on g.id = v.id
  where v.content_digest <> g.content_digest or v.retracted_at is not null
)
insert into visit (
  id, environment, key_digest, version, person, sex, age_days, domicile, place, visit_date, date_estimated, service,
  life_stage, recorder, verified, duty, kerahasiaan, versions, facts, content_digest, reading, number_digest, sealed_visit, sealed_bundle, created_at, updated_at
)
select
  g.id, $22, g.key_digest, 1, g.person, g.sex, g.age_days, g.domicile, g.place, g.visit_date, g.date_estimated, g.service,
  g.life_stage, g.recorder, g.verified, g.duty, g.kerahasiaan, g.versions, g.facts, g.content_digest, g.reading, g.number_digest, g.sealed_visit, g.sealed_bundle, $23, $23
from given g
order by g.id
on conflict (id) do update
-- The key stays the one under which the visit was first kept, whoever it is about by now.
set version = visit.version + 1, number_digest = coalesce(excluded.number_digest, visit.number_digest), person = excluded.person, sex = excluded.sex, age_days = excluded.age_days,
  domicile = excluded.domicile, place = excluded.place, visit_date = excluded.visit_date, date_estimated = excluded.date_estimated,
  service = excluded.service, life_stage = excluded.life_stage, recorder = excluded.recorder, verified = excluded.verified, duty = excluded.duty,
  kerahasiaan = excluded.kerahasiaan, versions = excluded.versions, facts = excluded.facts, content_digest = excluded.content_digest,
  reading = excluded.reading, sealed_visit = excluded.sealed_visit, sealed_bundle = excluded.sealed_bundle, updated_at = excluded.updated_at,
  -- What is said again stands again.
  retracted_at = null, retracted_reason = null
where visit.content_digest <> excluded.content_digest or visit.retracted_at is not null
returning id, version
