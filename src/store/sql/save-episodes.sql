insert into episode (id, environment, person, kind, from_date, basis, delivered, to_date, ending, updated_at)
select g.id, $9, g.person, g.kind, g.from_date, g.basis, g.delivered, g.to_date, g.ending, $10
from unnest($1::uuid[], $2::uuid[], $3::text[], $4::date[], $5::text[], $6::date[], $7::date[], $8::text[])
  as g (id, person, kind, from_date, basis, delivered, to_date, ending)
order by g.id
on conflict (id) do update
set person = excluded.person, from_date = excluded.from_date, basis = excluded.basis, delivered = excluded.delivered,
  to_date = excluded.to_date, ending = excluded.ending, updated_at = excluded.updated_at, gone_at = null
where (episode.person, episode.from_date, episode.basis, episode.delivered, episode.to_date, episode.ending, episode.gone_at)
  is distinct from (excluded.person, excluded.from_date, excluded.basis, excluded.delivered, excluded.to_date, excluded.ending, null)
