-- The primary key alone may be met again; another person with the same NIK is a lost race or a conflict, and must fail.
insert into person_index (kind, digest, person)
select g.kind, g.digest, g.person
from unnest($1::text[], $2::bytea[], $3::uuid[]) as g (kind, digest, person)
order by g.digest, g.person
on conflict (kind, digest, person) do nothing
