-- Who shares a blind index; whoever was merged answers as the person at the end of the pointers.
with recursive hit as (
  select g.sought, g.kind, i.person
  from unnest($1::integer[], $2::text[], $3::bytea[]) as g (sought, kind, digest)
  join person_index i on i.kind = g.kind and i.digest = g.digest
),
chain as (
  select distinct h.person as found, p.id, p.merged_into from hit h join person p on p.id = h.person
  union
  select c.found, p.id, p.merged_into from chain c join person p on p.id = c.merged_into
)
select distinct h.sought, h.kind, c.id as person
from hit h
join chain c on c.found = h.person and c.merged_into is null
order by h.sought, person, h.kind
