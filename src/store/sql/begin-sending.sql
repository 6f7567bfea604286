-- The number a visit bears at the platform is fixed by the first message that may bring it there.
-- Locked in the order in which every process locks debts.
with given as (
  select *
  from unnest($3::text[], $4::text[], $5::integer[], $6::text[], $7::timestamptz[], $8::text[])
    as g (subject_kind, subject_id, lease_no, sent_hash, lease_until, number)
),
held as (
  select o.environment, o.platform, o.subject_kind, o.subject_id, g.sent_hash, g.lease_until, g.number
  from given g
  join owed o on o.subject_id = g.subject_id and o.subject_kind = g.subject_kind and o.platform = $2 and o.environment = $1
  where o.lease_no = g.lease_no and o.lease_owner is not null
  order by o.subject_kind, o.subject_id
  for update of o
)
update owed o
set state = 'sending', reconcile = false, sent_hash = g.sent_hash, lease_until = g.lease_until, due = g.lease_until,
  number = coalesce(o.number, g.number)
from held g
where o.subject_id = g.subject_id and o.subject_kind = g.subject_kind and o.platform = g.platform and o.environment = g.environment
returning o.subject_kind, o.subject_id, o.lease_no
