select position, line, path, status, reason, heading, issues
from source_row
where reading = $1 and position > $2
order by position
limit $3
