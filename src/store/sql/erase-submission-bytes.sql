-- The file as it came holds the person's line; its other lines stay readable as rows.
with theirs as (
  select distinct g.submission
  from source_row r
  join reading g on g.id = r.reading
  where r.person = any ($1::uuid[])
),
gone as (
  delete from submission_chunk c using theirs where c.submission = theirs.submission
)
update submission s
set bytes_erased_at = coalesce(s.bytes_erased_at, $2), sealed_label = null
from theirs
where s.id = theirs.submission
