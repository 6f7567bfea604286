select reading, position, line, path, status, reason, heading, issues, content_digest, sealed_cells, person, visit
from source_row
where reading = $1 and position > $2
order by position
limit $3
