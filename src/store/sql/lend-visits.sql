select v.id from real_visit v where v.person = any ($1::uuid[])
