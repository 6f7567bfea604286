-- Facts in clear of some elements, of the visits that stand; with those of everybody who was merged into one of these people, under the one they were
-- merged into. A visit that says none of them is left out.
with recursive alias as (
  select p.id as owner, p.id from person p where p.id = any ($1::uuid[])
  union
  select a.owner, p.id from alias a join person p on p.merged_into = a.id
)
select a.owner as person, v.id, v.visit_date as date, v.recorder, said.facts
from alias a
join visit v on v.person = a.id
join person p on p.id = v.person
cross join lateral (
  select jsonb_agg(fact order by at) as facts from jsonb_array_elements(v.facts) with ordinality each (fact, at) where fact ->> 0 = any ($3::text[])
) said
where v.retracted_at is null and v.environment = $2 and p.sealed_key is not null and said.facts is not null
order by v.visit_date, v.id
