select id, submission, tables_version, state, cursor, counts, issues, started_at, finished_at
from reading
where id = $1
