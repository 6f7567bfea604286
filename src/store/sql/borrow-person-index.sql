insert into person_index select i.* from real_person_index i where i.person = any ($1::uuid[]) on conflict do nothing
