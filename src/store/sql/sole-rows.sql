-- Visits that one row alone gave, in whatever reading of its file.
select r.visit
from source_row r
join reading g on g.id = r.reading
where r.person = any ($1::uuid[]) and r.visit = any ($2::uuid[]) and r.status <> 'skipped'
group by r.visit
having count(distinct (g.submission, r.position)) = 1
