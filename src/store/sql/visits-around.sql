-- As visits-of-persons, but only what stands between two days. Each person's visits are looked up one by one: a planner without statistics
-- would read the whole table instead (offset 0 keeps the inner select apart).
with recursive alias as (
  select p.id as owner, p.id from person p where p.id = any ($1::uuid[])
  union
  select a.owner, m.id from alias a cross join lateral (select p.id from person p where p.merged_into = a.id offset 0) m
)
select a.owner, v.id, v.key_digest, v.version, v.person, v.duty, v.retracted, p.sealed_key, v.sealed_visit, v.sealed_bundle
from alias a
cross join lateral (
  select o.id, o.key_digest, o.version, o.person, o.duty, o.retracted_at is not null as retracted, o.sealed_visit, o.sealed_bundle, o.visit_date
  from visit o
  where o.person = a.id and o.visit_date between $3::date and $4::date and o.retracted_at is null and o.environment = $2
  offset 0
) v
cross join lateral (select k.sealed_key from person k where k.id = a.id and k.sealed_key is not null offset 0) p
order by v.visit_date, v.id
