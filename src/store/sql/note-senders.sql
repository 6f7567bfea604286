-- Whoever is new hears of all its rows, though others heard of them before.
with noted as (
  insert into submission_sender (submission, submitter, first_at)
  select distinct s.id, g.submitter, $3::timestamptz
  from unnest($1::uuid[], $2::text[]) as g (submission, submitter)
  join submission s on s.id = g.submission
  where s.submitter <> g.submitter
  order by s.id, g.submitter
  on conflict (submission, submitter) do nothing
  returning submission
)
update outcome o
set seq = null
from reading r
where r.submission in (select n.submission from noted n) and o.reading = r.id
