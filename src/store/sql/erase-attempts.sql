update attempt set sealed_body = null
from (
  select distinct o.environment, o.platform, o.subject_kind, o.subject_id
  from owed o
  where (o.subject_kind = 'patient' and o.subject_id = any ($1::text[])) or (o.subject_kind = 'visit' and o.subject_id = any ($2::text[]))
) subject
where attempt.environment = subject.environment and attempt.platform = subject.platform
  and attempt.subject_kind = subject.subject_kind and attempt.subject_id = subject.subject_id
