-- Parts of subjects that a platform refused, with the code by which each was; ($3, $4): kinds and ids.
select r.subject_kind, r.subject_id, r.ref, r.issues #>> '{0,code}' as code
from owed_refusal r
join unnest($3::text[], $4::text[]) as s (kind, id) on r.subject_kind = s.kind and r.subject_id = s.id
where r.environment = $1 and r.platform = $2
order by r.subject_kind, r.subject_id, r.ref
