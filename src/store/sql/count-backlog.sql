-- Unfinished readings are few and have an index of their own.
select coalesce(sum(s.byte_count), 0)::bigint as bytes
from reading r
join submission s on s.id = r.submission
where r.state = 'reading' and s.environment = $1
