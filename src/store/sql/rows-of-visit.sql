select r.reading, r.position, r.line, r.path, r.status, r.reason, r.heading, r.issues, r.content_digest, r.sealed_cells, r.person, r.visit
from source_row r
join visit v on v.id = $1
where r.person = v.person and r.visit = v.id and v.environment = $2
order by r.reading, r.position
