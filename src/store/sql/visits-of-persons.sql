select v.id, v.key_digest, v.version, v.person, v.duty, v.retracted_at is not null as retracted, p.sealed_key, v.sealed_visit, v.sealed_bundle
from visit v
join person p on p.id = v.person
where v.person = any ($1::uuid[]) and v.retracted_at is null and v.environment = $2 and p.sealed_key is not null
order by v.visit_date, v.id
