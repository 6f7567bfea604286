-- Who shares a blind index, with everybody they were merged into.
with recursive chain as (
  select p.id, p.merged_into
  from unnest($1::text[], $2::bytea[]) as g (kind, digest)
  join real_person_index i on i.digest = g.digest and i.kind = g.kind
  join real_person p on p.id = i.person
  union
  select p.id, p.merged_into from chain c join real_person p on p.id = c.merged_into
)
select id from chain
