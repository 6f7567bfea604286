-- Whom rows of a reading speak of that give no visit: those of registers do.
select distinct r.person
from source_row r
where r.reading = $1 and r.visit is null and r.person is not null and ($2::uuid is null or r.person > $2)
order by r.person
limit $3
