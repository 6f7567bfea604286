select u.visit
from unconfirmed u
join visit v on v.id = u.visit and v.retracted_at is null
where u.environment = $1
  and ($3::text[] is null or v.place = any ($3::text[]))
order by u.since, u.visit
limit $2
