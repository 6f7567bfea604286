select ref, platform_id, hash, learned_at from upstream where environment = $1 and platform = $2 and ref = any ($3::text[])
