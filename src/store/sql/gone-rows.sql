-- Rows of an older reading whose visit the new reading does not give.
select r.position, r.visit, r.status = 'skipped' as repeated
from source_row r
where r.reading = $1 and r.visit is not null and r.position > $3
  and not exists (select 1 from source_row n where n.reading = $2 and n.position = r.position and n.visit = r.visit)
order by r.position
limit $4
