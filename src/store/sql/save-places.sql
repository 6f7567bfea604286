-- `xmax = 0` tells a row that was inserted from one that was updated.
insert into place (code, kind, name, parent, zone, content, digest, updated_at)
select g.code, g.kind, g.name, g.parent, g.zone, g.content, g.digest, $8
from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::jsonb[], $7::bytea[]) as g (code, kind, name, parent, zone, content, digest)
order by g.code
on conflict (code) do update
set kind = excluded.kind, name = excluded.name, parent = excluded.parent, zone = excluded.zone, content = excluded.content,
  digest = excluded.digest, updated_at = excluded.updated_at, removed_at = null
where place.digest <> excluded.digest or place.removed_at is not null
returning xmax = 0 as added
