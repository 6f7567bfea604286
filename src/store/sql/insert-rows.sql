insert into source_row (reading, position, line, path, status, reason, heading, issues, content_digest, sealed_cells, person, visit)
select $1, g.position, g.line, g.path, g.status, g.reason, g.heading, g.issues, g.content_digest, g.sealed_cells, g.person, g.visit
from unnest($2::bigint[], $3::integer[], $4::text[], $5::text[], $6::text[], $7::boolean[], $8::jsonb[], $9::bytea[], $10::bytea[], $11::uuid[], $12::uuid[])
  as g (position, line, path, status, reason, heading, issues, content_digest, sealed_cells, person, visit)
