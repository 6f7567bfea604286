-- With those of everybody who was merged into one of them; also those that were taken back: what a row says again stands again.
with recursive alias as (
  select g.person as owner, g.person as id from unnest($1::uuid[]) as g (person)
  union
  select a.owner, m.id from alias a cross join lateral (select p.id from person p where p.merged_into = a.id offset 0) m
)
select e.id, e.person, a.owner, e.category, e.place, e.to_date, e.reason_out, e.sealed_entry
from alias a
join person_enrolment e on e.person = a.id
where e.environment = $2 and e.sealed_entry is not null
order by e.id
for update of e
