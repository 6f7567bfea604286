-- Every warning ever kept of these people and of everybody who was merged into them, by whom it belongs to now.
with recursive alias as (
  select p.id, p.id as of from person p where p.id = any ($1::uuid[])
  union
  select p.id, a.of from alias a join person p on p.merged_into = a.id
)
select w.id, a.of, w.person, w.state, w.found_late, w.withdrawn_why, w.sealed_content, p.sealed_key
from alias a
join warning w on w.person = a.id
join person p on p.id = w.person
where w.environment = $2 and p.sealed_key is not null
order by w.id
