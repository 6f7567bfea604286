select distinct g.sought, g.kind, i.person, p.merged_into is not null as merged
from unnest($1::integer[], $2::text[], $3::bytea[]) as g (sought, kind, digest)
join person_index i on i.digest = g.digest and i.kind = g.kind
join person p on p.id = i.person
order by g.sought, i.person, g.kind
