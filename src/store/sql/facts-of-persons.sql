-- Facts in clear of some elements, of the visits that stand; with those of everybody who was merged into one of these people, under the one they were
-- merged into. A visit that says none of them is left out. Each person's visits are looked up one by one: a planner that guesses their number would read
-- the whole table (offset 0 keeps the selects apart).
with recursive alias as (
  select p.id as owner, p.id from person p where p.id = any ($1::uuid[])
  union
  select a.owner, m.id from alias a cross join lateral (select p.id from person p where p.merged_into = a.id offset 0) m
)
select a.owner as person, v.id, v.visit_date as date, v.recorder, said.facts
from alias a
cross join lateral (
  select o.id, o.visit_date, o.recorder, o.facts from visit o where o.person = a.id and o.retracted_at is null and o.environment = $2 offset 0
) v
cross join lateral (select k.id from person k where k.id = a.id and k.sealed_key is not null offset 0) p
cross join lateral (
  select jsonb_agg(fact order by at) as facts from jsonb_array_elements(v.facts) with ordinality each (fact, at) where fact ->> 0 = any ($3::text[])
) said
where said.facts is not null
order by v.visit_date, v.id
