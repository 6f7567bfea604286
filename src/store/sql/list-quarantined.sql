-- Submissions with quarantined rows that were never read with the tables of today; the earliest first.
-- How tables_version is written: src/gateway/replay/tables-label.ts.
select r.submission, s.source
from reading r
join submission s on s.id = r.submission
join unnest($2::text[], $3::text[]) as t (source, tables) on t.source = s.source
where r.state = 'finished' and r.counts ->> 'quarantined' <> '0' and s.environment = $1 and s.bytes_erased_at is null
  and not exists (
    select 1 from reading n
    where n.submission = r.submission and n.state <> 'refused' and (n.started_at, n.id) > (r.started_at, r.id)
  )
  and not exists (
    select 1 from reading n
    where n.submission = r.submission and split_part(n.tables_version, '.', 1) = t.tables
  )
order by r.started_at, r.id
limit $4
