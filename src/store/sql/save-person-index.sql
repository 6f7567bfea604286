-- Two people may carry one NIK until an officer has looked (D07), so a NIK is not unique here; identity_claim lets only one process seek it at a time.
insert into person_index (kind, digest, person)
select g.kind, g.digest, g.person
from unnest($1::text[], $2::bytea[], $3::uuid[]) as g (kind, digest, person)
order by g.digest, g.person
on conflict (kind, digest, person) do nothing
