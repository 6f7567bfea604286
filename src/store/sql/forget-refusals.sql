-- A part that changed and was taken, or that is no part any more, is refused no longer.
delete from owed_refusal
where environment = $1 and platform = $2 and subject_kind = $3 and subject_id = $4 and ref <> all ($5::text[])
