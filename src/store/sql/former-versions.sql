-- The versions of a visit before the present one, the newest first, under the key of the person each was about.
select v.id, v.key_digest, o.version, p.id as person, v.duty, false as retracted, p.sealed_key, o.sealed_visit, o.sealed_bundle
from visit_version o
join visit v on v.id = o.visit
join person p on p.id = coalesce(o.person, v.person)
where o.visit = $1 and v.environment = $2 and o.sealed_visit is not null and p.sealed_key is not null
order by o.version desc
