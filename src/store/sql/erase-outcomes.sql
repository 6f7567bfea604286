-- The batches in which somebody's rows came are told again, so that senders hear that nothing more is told of those rows.
update outcome o
set seq = null, changed_at = $2
from (
  select distinct b.reading, b.part
  from source_row r
  cross join lateral (
    select l.reading, l.part from outcome l where l.reading = r.reading and l.part <= r.position order by l.part desc limit 1
  ) b
  where r.person = any ($1::uuid[])
) batch
where o.reading = batch.reading and o.part = batch.part
