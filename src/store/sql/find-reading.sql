select id, submission, tables_version, state, cursor, counts, issues, started_at, finished_at
from reading
where submission = $1 and tables_version = $2
