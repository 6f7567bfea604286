-- The places where people were seen, also as somebody who was merged into them, to tell whether a row comes from the same area; and who those are.
with recursive alias as (
  select p.id as person, p.id from person p where p.id = any ($1::uuid[])
  union
  select a.person, p.id from alias a join person p on p.merged_into = a.id
)
select a.person, array_remove(array_agg(distinct a.id), a.person) as aliases, array_remove(array_agg(distinct v.place order by v.place), null) as places
from alias a
left join visit v on v.person = a.id and v.environment = $2 and v.retracted_at is null
group by a.person
