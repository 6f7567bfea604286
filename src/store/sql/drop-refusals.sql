-- A person has looked after what was refused: every part is tried again.
delete from owed_refusal r
using unnest($3::text[], $4::text[]) as g (subject_kind, subject_id)
where r.environment = $1 and r.platform = $2 and r.subject_kind = g.subject_kind and r.subject_id = g.subject_id
