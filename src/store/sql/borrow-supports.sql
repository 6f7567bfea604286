-- Rows that only repeated what visits were told, with all readings of their files.
with repeated as (
  insert into source_row (reading, position, line, path, status, reason, heading, issues, content_digest, person, visit)
  select r.reading, r.position, r.line, r.path, r.status, r.reason, r.heading, r.issues, r.content_digest, r.person, r.visit
  from real_source_row r
  where r.person = any ($1::uuid[]) and r.visit = any ($2::uuid[]) and r.status = 'skipped' and r.reason = 'duplikat'
  on conflict do nothing
  returning reading
)
insert into reading
select g.* from real_reading g
where g.submission in (select o.submission from real_reading o join repeated p on p.reading = o.id)
on conflict do nothing
