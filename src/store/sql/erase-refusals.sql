delete from owed_refusal
where (subject_kind = 'patient' and subject_id = any ($1::text[])) or (subject_kind = 'visit' and subject_id = any ($2::text[]))
