select id, sealed_key from person where id = any ($1::uuid[]) and sealed_key is not null
