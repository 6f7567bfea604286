select u.visit
from unconfirmed u
join visit v on v.id = u.visit and v.retracted_at is null
where u.environment = $1
order by u.since, u.visit
limit $2
