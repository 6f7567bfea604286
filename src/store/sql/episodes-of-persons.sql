-- Those of whoever was merged into a person are the person's.
with recursive alias as (
  select g.person as owner, g.person as id from unnest($1::uuid[]) as g (person)
  union
  select a.owner, p.id from alias a join person p on p.merged_into = a.id
)
select e.id, a.owner as person, e.kind, e.from_date, e.basis, e.delivered, e.to_date, e.ending
from alias a
join episode e on e.person = a.id
where e.environment = $2 and e.gone_at is null
order by e.from_date, e.id
