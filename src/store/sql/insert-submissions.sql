-- In the order of their identities, so that two processes that are handed the same files wait for each other and never in a ring.
with given as (
  select *
  from unnest($1::uuid[], $2::bytea[], $3::text[], $4::jsonb[], $5::text[], $6::bigint[], $7::bytea[], $8::bytea[])
    as g (id, identity_digest, source, request, submitter, byte_count, sealed_label, sealed_bytes)
),
fresh as (
  insert into submission (id, environment, identity_digest, source, request, submitter, received_at, byte_count, sealed_label)
  select g.id, $9, g.identity_digest, g.source, g.request, g.submitter, $10, g.byte_count, g.sealed_label
  from given g
  order by g.identity_digest
  on conflict (identity_digest) do nothing
  returning id
),
kept as (
  insert into submission_chunk (submission, ordinal, sealed_bytes)
  select g.id, 0, g.sealed_bytes from given g join fresh f on f.id = g.id
)
select id from fresh
