-- The row that a register's entry was last told by, in its newest reading; also of people who were merged into these.
with recursive alias as (
  select p.id as owner, p.id from person p where p.id = any ($1::uuid[])
  union
  select a.owner, m.id from alias a cross join lateral (select p.id from person p where p.merged_into = a.id offset 0) m
)
select a.owner, e.category, e.place, e.told_date, e.submission, r.line, r.path, e.position
from alias a
join person_enrolment e on e.person = a.id
cross join lateral (
  select n.id from reading n where n.submission = e.submission order by n.id desc limit 1
) g
join source_row r on r.reading = g.id and r.position = e.position
where e.environment = $2 and e.removed_at is null
order by a.owner, e.told_date, e.id
