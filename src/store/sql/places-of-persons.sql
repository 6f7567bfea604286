-- The places where people were seen, to tell whether a row comes from the same area.
select v.person, array_agg(distinct v.place order by v.place) as places
from visit v
where v.person = any ($1::uuid[]) and v.environment = $2 and v.retracted_at is null
group by v.person
