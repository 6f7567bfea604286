-- What was read before this table was there is told too, each reading as one batch.
insert into outcome (environment, reading, part, size, changed_at)
select s.environment, g.id, 0, g.cursor, g.started_at
from reading g
join submission s on s.id = g.submission
where g.cursor > 0;
