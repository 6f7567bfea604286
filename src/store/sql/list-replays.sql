-- Submissions whose newest whole reading was made with other tables than those of today, or has not come to its end; in the order in which
-- they came, for their ids are UUIDv7.
-- How tables_version is written: src/gateway/replay/tables-label.ts.
select s.id as submission, s.source, s.received_at, s.bytes_erased_at is not null as erased, w.id as reading, w.state,
  split_part(w.tables_version, '.', 1) = t.tables as is_todays
from submission s
left join unnest($2::text[], $3::text[]) as t (source, tables) on t.source = s.source
left join lateral (
  select r.id, r.state, r.tables_version
  from reading r
  where r.submission = s.id and r.state <> 'refused' and strpos(r.tables_version, '.karantina') = 0
  order by r.started_at desc, r.id desc
  limit 1
) w on true
where s.environment = $1
  and (w.id is null or w.state = 'reading' or t.tables is null or split_part(w.tables_version, '.', 1) <> t.tables)
  and ($4::text is null or s.source = $4)
  and ($5::uuid is null or s.id = $5)
  and ($6::timestamptz is null or s.received_at >= $6)
  and ($7::uuid is null or s.id > $7)
order by s.id
limit $8
