select id, person, kind, from_date, basis, delivered, to_date, ending
from episode
where person = any ($1::uuid[]) and environment = $2 and gone_at is null
order by from_date, id
