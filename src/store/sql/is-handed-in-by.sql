select 1
from submission s
where s.id = $1 and s.environment = $2
  and (s.submitter = $3 or exists (select 1 from submission_sender o where o.submission = s.id and o.submitter = $3))
