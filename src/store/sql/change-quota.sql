-- Only for whoever has seen the latest version.
update quota
set version = version + 1, state = $5::jsonb, updated_at = $6
where environment = $1 and platform = $2 and credential = $3 and version = $4
