-- Debts of which nothing is on its way go back as they were claimed; whoever took one over since keeps it.
update owed o
set state = 'ready', due = $9, lease_owner = null, lease_until = null,
  reconcile = g.reconcile, sent_hash = g.sent_hash, number = g.number, updated_at = $10
from unnest($1::text[], $2::text[], $3::text[], $4::integer[], $5::boolean[], $6::text[], $7::text[])
  as g (platform, subject_kind, subject_id, lease_no, reconcile, sent_hash, number)
where o.environment = $8 and o.platform = g.platform and o.subject_kind = g.subject_kind and o.subject_id = g.subject_id
  and o.lease_no = g.lease_no and o.lease_owner is not null
