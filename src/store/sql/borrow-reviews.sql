insert into person_review select r.* from real_person_review r where r.one = any ($1::uuid[]) or r.other = any ($1::uuid[]) on conflict do nothing
