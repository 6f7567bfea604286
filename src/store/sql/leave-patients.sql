-- Visits that became somebody else's wait no longer for whom they were about before; and whoever has no visit at all any more, and never came to a
-- platform, is owed to none: with a visit that comes they are owed anew.
with freed as (
  delete from owed_edge e
  using unnest($2::text[]) as g (visit)
  where e.subject_id = g.visit and e.subject_kind = 'visit' and e.on_kind = 'patient' and e.environment = $1
)
delete from owed o
where o.environment = $1 and o.subject_kind = 'patient' and o.subject_id = any ($3::text[]) and o.lease_owner is null
  and o.settled_version = 0 and o.sent_hash is null
  and not exists (
    select 1 from visit v where v.person = o.subject_id::uuid
    union all
    select 1 from person p join visit v on v.person = p.id where p.merged_into = o.subject_id::uuid
  )
