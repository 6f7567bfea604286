insert into person (id, environment, version, sealed_key, sealed_identity, created_at, updated_at)
select g.id, $4, 1, g.sealed_key, g.sealed_identity, $5, $5
from unnest($1::uuid[], $2::bytea[], $3::bytea[]) as g (id, sealed_key, sealed_identity)
order by g.id
on conflict (id) do update
set version = person.version + 1, sealed_identity = excluded.sealed_identity, updated_at = excluded.updated_at
where person.sealed_key is not null and person.environment = excluded.environment
returning id, version
