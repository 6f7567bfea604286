select distinct v.person as id from real_visit v where v.key_digest = any ($1::bytea[]) or v.number_digest = any ($2::bytea[])
