select id, submission, tables_version, state, cursor, counts, issues, started_at, finished_at
from reading
where submission = $1
order by started_at desc, id desc
