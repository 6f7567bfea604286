update place set removed_at = $2 where removed_at is null and code <> all ($1::text[])
