-- What these leaned on once: after a register that changed it may be others, which are put down anew.
delete from owed_edge e
using unnest($3::text[], $4::text[]) as g (subject_kind, subject_id)
where e.environment = $1 and e.platform = $2 and e.subject_kind = g.subject_kind and e.subject_id = g.subject_id
