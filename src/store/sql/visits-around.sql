-- As visits-of-persons, but only what stands between two days.
with recursive alias as (
  select p.id as owner, p.id from person p where p.id = any ($1::uuid[])
  union
  select a.owner, p.id from alias a join person p on p.merged_into = a.id
)
select a.owner, v.id, v.key_digest, v.version, v.person, v.duty, v.retracted_at is not null as retracted, p.sealed_key, v.sealed_visit, v.sealed_bundle
from alias a
join visit v on v.person = a.id
join person p on p.id = v.person
where v.retracted_at is null and v.environment = $2 and p.sealed_key is not null and v.visit_date between $3::date and $4::date
order by v.visit_date, v.id
