-- The places where people were seen, also as somebody who was merged into them, to tell whether a row comes from the same area; and who those
-- are. Each person's visits are looked up one by one: a planner without statistics would read the whole table instead.
with recursive alias as (
  select p.id as person, p.id from person p where p.id = any ($1::uuid[])
  union
  select a.person, m.id from alias a cross join lateral (select p.id from person p where p.merged_into = a.id offset 0) m
)
select a.person, array_remove(array_agg(distinct a.id), a.person) as aliases, array_remove(array_agg(distinct v.place order by v.place), null) as places
from alias a
left join lateral (
  select distinct o.place from visit o where o.person = a.id and o.environment = $2 and o.retracted_at is null
) v on true
group by a.person
