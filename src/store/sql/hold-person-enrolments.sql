-- Also those that were taken back: what a row says again stands again.
select e.id, e.person, e.category, e.place, e.from_date, e.told_date, e.to_date, e.reason_out, e.submission, e.position, e.removed_at is not null as removed
from person_enrolment e
where e.person = any ($1::uuid[]) and e.environment = $2
order by e.id
for update
