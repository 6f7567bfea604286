-- The visits were locked before (hold-visits), so what `kept` copies is what the update replaces.
with gone as (
  select v.id from visit v where v.id = any ($1::uuid[]) and v.retracted_at is null
),
kept as (
  insert into visit_version (visit, version, verified, kerahasiaan, versions, facts, content_digest, reading, sealed_visit, sealed_bundle, kept_at, person)
  select v.id, v.version, v.verified, v.kerahasiaan, v.versions, v.facts, v.content_digest, v.reading, v.sealed_visit, v.sealed_bundle, $3, v.person
  from visit v
  join gone g on g.id = v.id
)
update visit v
set version = v.version + 1, retracted_at = $3, retracted_reason = $2, updated_at = $3
from gone g
where v.id = g.id
returning v.id, v.version
