insert into person select p.* from real_person p where p.id = any ($1::uuid[]) on conflict do nothing
