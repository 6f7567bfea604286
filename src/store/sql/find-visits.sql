-- By key, or by the sender's number. Of somebody who was erased only the key is told, which stays taken. Null digests never match.
select v.id, v.key_digest, v.version, v.person, v.duty, v.retracted_at is not null as retracted, p.sealed_key, v.sealed_visit, v.sealed_bundle
from visit v
join person p on p.id = v.person
where v.key_digest = any ($1::bytea[]) or v.number_digest = any ($2::bytea[])
order by v.id
for update of v
