insert into visit select v.* from real_visit v where v.person = any ($1::uuid[]) on conflict do nothing
