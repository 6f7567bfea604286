-- Every warning ever kept of these people and of everybody who was merged into them, by whom it belongs to now. Each
-- person's are looked up one by one: a planner that guesses their number would read the whole table (offset 0 keeps the selects apart).
with recursive alias as (
  select p.id, p.id as of from person p where p.id = any ($1::uuid[])
  union
  select m.id, a.of from alias a cross join lateral (select p.id from person p where p.merged_into = a.id offset 0) m
)
select w.id, a.of, w.person, w.state, w.found_late, w.withdrawn_why, w.sealed_content, p.sealed_key
from alias a
cross join lateral (select o.* from warning o where o.person = a.id and o.environment = $2 offset 0) w
cross join lateral (select k.sealed_key from person k where k.id = a.id and k.sealed_key is not null offset 0) p
order by w.id
