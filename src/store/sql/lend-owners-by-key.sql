select distinct v.person as id from real_visit v where v.key_digest = any ($1::bytea[])
