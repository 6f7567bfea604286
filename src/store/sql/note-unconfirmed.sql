insert into unconfirmed (visit, environment, person, since)
select g.visit, $3, g.person, $4
from unnest($1::uuid[], $2::uuid[]) as g (visit, person)
order by g.visit
on conflict (visit) do nothing
