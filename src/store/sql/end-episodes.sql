update episode set gone_at = $3, updated_at = $3 where person = any ($1::uuid[]) and not id = any ($2::uuid[]) and gone_at is null
