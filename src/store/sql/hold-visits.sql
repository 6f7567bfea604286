select id, version from visit where id = any ($1::uuid[]) order by id for update
