update incident
set repaired_at = $6, parts = $7
where environment = $1 and platform = $2 and subject_kind = $3 and subject_id = $4 and kind = $5 and repaired_at is null
