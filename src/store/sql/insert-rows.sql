-- The rows of a reading are one line of what senders may want to hear of.
with given as (
  select *
  from unnest(
    $1::uuid[], $2::bigint[], $3::integer[], $4::text[], $5::text[], $6::text[], $7::boolean[], $8::jsonb[], $9::bytea[], $10::bytea[], $11::uuid[], $12::uuid[]
  ) as g (reading, position, line, path, status, reason, heading, issues, content_digest, sealed_cells, person, visit)
),
told as (
  insert into outcome (environment, reading, part, size, changed_at)
  select $13, g.reading, min(g.position), count(*), $14 from given g group by g.reading
)
insert into source_row (reading, position, line, path, status, reason, heading, issues, content_digest, sealed_cells, person, visit)
select g.reading, g.position, g.line, g.path, g.status, g.reason, g.heading, g.issues, g.content_digest, g.sealed_cells, g.person, g.visit
from given g
