-- With those of everybody who was merged into one of them, under the one they were merged into.
with recursive alias as (
  select p.id as owner, p.id from person p where p.id = any ($1::uuid[])
  union
  select a.owner, p.id from alias a join person p on p.merged_into = a.id
)
select a.owner, e.id, e.person, e.category, e.place, e.domicile, e.from_date, e.told_date, e.to_date, e.reason_out, e.submission, e.position,
  p.sealed_key, e.sealed_entry
from alias a
join person_enrolment e on e.person = a.id
join person p on p.id = e.person
where e.environment = $2 and e.removed_at is null and e.sealed_entry is not null and p.sealed_key is not null
order by e.from_date, e.id
