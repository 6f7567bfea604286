-- $5 = true: the number itself is denied; false: every number but this one is left.
delete from upstream
where environment = $1 and platform = $2 and ref = any ($3::text[]) and (platform_id = $4) = $5::boolean
