-- Only what was reckoned from births, losses and deaths: who moved or grew out of it stays out.
with recursive alias as (
  select g.person as owner, g.person as id from unnest($1::uuid[]) as g (person)
  union
  select a.owner, m.id from alias a cross join lateral (select p.id from person p where p.merged_into = a.id offset 0) m
)
update person_enrolment e
set to_date = null, reason_out = null, updated_at = $5
from alias a
where e.person = a.id and e.removed_at is null and e.reason_out in ('melahirkan', 'keguguran', 'meninggal')
  and not exists (
    select 1 from unnest($2::uuid[], $3::date[], $4::text[]) as g (person, to_date, reason_out)
    where g.person = a.owner and g.to_date = e.to_date and g.reason_out = e.reason_out
  )
