-- Those of whoever was merged into a person are the person's. Each person's are looked up one by one: a planner that guesses their number would
-- read the whole table (offset 0 keeps the selects apart).
with recursive alias as (
  select g.person as owner, g.person as id from unnest($1::uuid[]) as g (person)
  union
  select a.owner, m.id from alias a cross join lateral (select p.id from person p where p.merged_into = a.id offset 0) m
)
select e.id, a.owner as person, e.kind, e.from_date, e.basis, e.delivered, e.to_date, e.ending
from alias a
cross join lateral (select o.* from episode o where o.person = a.id and o.environment = $2 and o.gone_at is null offset 0) e
order by e.from_date, e.id
