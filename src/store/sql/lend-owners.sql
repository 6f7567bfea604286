select distinct v.person as id from real_visit v where v.id = any ($1::uuid[])
