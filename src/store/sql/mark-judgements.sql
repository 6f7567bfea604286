insert into judgement (person, environment, due)
select g.person, $2, g.due
from unnest($1::uuid[], $3::timestamptz[]) as g (person, due)
order by g.person
on conflict (person) do update set due = excluded.due
where judgement.due > excluded.due
