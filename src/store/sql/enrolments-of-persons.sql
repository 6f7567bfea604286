-- With those of everybody who was merged into one of them, under the one they were merged into. Each person's are looked up one by one: a planner
-- that guesses their number would read the whole table (offset 0 keeps the selects apart).
with recursive alias as (
  select p.id as owner, p.id from person p where p.id = any ($1::uuid[])
  union
  select a.owner, m.id from alias a cross join lateral (select p.id from person p where p.merged_into = a.id offset 0) m
)
select a.owner, e.id, e.person, e.category, e.place, e.domicile, e.from_date, e.told_date, e.to_date, e.reason_out, e.submission, e.position,
  p.sealed_key, e.sealed_entry
from alias a
cross join lateral (
  select o.* from person_enrolment o where o.person = a.id and o.environment = $2 and o.removed_at is null and o.sealed_entry is not null offset 0
) e
cross join lateral (select k.sealed_key from person k where k.id = a.id and k.sealed_key is not null offset 0) p
order by e.from_date, e.id
