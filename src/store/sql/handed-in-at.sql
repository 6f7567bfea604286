-- When a submitter first handed in the bytes of a submission.
select case when s.submitter = $3 then s.received_at else o.first_at end as at
from submission s
left join submission_sender o on o.submission = s.id and o.submitter = $3
where s.id = $1 and s.environment = $2 and (s.submitter = $3 or o.submitter is not null)
