-- An entry that began later belongs to what came after. A death goes before any other end that lies later.
with recursive alias as (
  select g.person as owner, g.person as id from unnest($1::uuid[]) as g (person)
  union
  select a.owner, m.id from alias a cross join lateral (select p.id from person p where p.merged_into = a.id offset 0) m
)
update person_enrolment e
set to_date = g.to_date, reason_out = g.reason_out, updated_at = $5
from unnest($1::uuid[], $2::text[], $3::date[], $4::text[]) as g (person, category, to_date, reason_out)
join alias a on a.owner = g.person
where e.person = a.id and (g.category is null or e.category = g.category) and e.from_date <= g.to_date and e.removed_at is null
  and (e.to_date is null or (e.to_date > g.to_date and g.reason_out = 'meninggal'))
