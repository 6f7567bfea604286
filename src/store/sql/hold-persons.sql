select id, merged_into from person where id = any ($1::uuid[]) and environment = $2 and sealed_key is not null order by id for update
