insert into person_merge (id, environment, merged, survivor, forced, merged_at, merged_by, sealed_merge)
values ($1, $2, $3, $4, $5, $6, $7, $8)
