-- A leased debt is due when its lease ends, and what waits for an event or a person is due at infinity, so one range of one index finds fresh debts and those of dead workers alike.
update owed o
set state = 'ready',
  lease_owner = $3,
  lease_until = $5,
  lease_no = o.lease_no + 1,
  due = $5,
  reconcile = o.reconcile or found.was = 'sending',
  updated_at = $4
from (
  select c.environment, c.platform, c.subject_kind, c.subject_id, c.state as was
  from owed c
  where c.environment = $1 and c.platform = $2 and c.due <= $4 and c.due < 'infinity'
  order by c.due
  limit $6
  for update skip locked
) found
where o.environment = found.environment and o.platform = found.platform
  and o.subject_kind = found.subject_kind and o.subject_id = found.subject_id
returning o.platform, o.subject_kind, o.subject_id, o.owed_version, o.settled_version, o.attempts, o.lease_no, o.reconcile, o.sent_hash,
  found.was = 'sending' as retaken, o.reason
