insert into person_enrolment select e.* from real_person_enrolment e where e.person = any ($1::uuid[]) on conflict do nothing
