-- A visit as it was at a version, under the key of the person it was about then.
select v.id, v.key_digest, g.version, g.person, v.duty, false as retracted, p.sealed_key,
  coalesce(o.sealed_visit, v.sealed_visit) as sealed_visit, coalesce(o.sealed_bundle, v.sealed_bundle) as sealed_bundle
from unnest($1::uuid[], $2::integer[], $3::uuid[]) as g (visit, version, person)
join visit v on v.id = g.visit
left join visit_version o on o.visit = v.id and o.version = g.version
join person p on p.id = g.person
where v.environment = $4 and p.sealed_key is not null and v.sealed_visit is not null and (o.visit is not null or v.version = g.version)
