-- With those of everybody who was merged into the person.
with recursive alias as (
  select id from person where id = $1
  union
  select p.id from alias a join person p on p.merged_into = a.id
)
select v.id, v.key_digest, v.version, v.person, v.duty, v.retracted_at is not null as retracted, p.sealed_key, v.sealed_visit, v.sealed_bundle
from alias a
join visit v on v.person = a.id
join person p on p.id = v.person
where v.retracted_at is null and v.environment = $2 and p.sealed_key is not null
order by v.visit_date, v.id
