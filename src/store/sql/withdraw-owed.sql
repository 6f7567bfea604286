-- Whoever was ever owed these visits is owed their end, at once: an end waits for no parent, no hour, and nobody who holds the visit itself.
-- At these platforms alone, where they are named. Whoever holds the lease goes on with the version it claimed, and sees the higher one when it is done. It is news for the senders of the rows.
with freed as (
  delete from owed_edge e
  using unnest($1::text[]) as g (id)
  where e.subject_id = g.id and e.subject_kind = 'visit' and e.environment = $3 and ($5::text[] is null or e.platform = any ($5))
)
update owed o
set owed_version = g.version,
  not_before = $4,
  updated_at = $4,
  outcome_seq = null,
  state = case when o.lease_owner is null then 'ready' else o.state end,
  reason = case when o.lease_owner is null then null else o.reason end,
  issues = case when o.lease_owner is null then null else o.issues end,
  attempts = case when o.lease_owner is null then 0 else o.attempts end,
  due = case
    when o.lease_owner is not null then o.due
    when o.reconcile and o.state = 'ready' then greatest(o.due, $4)
    else $4
  end
from unnest($1::text[], $2::integer[]) as g (id, version)
where o.subject_id = g.id and o.subject_kind = 'visit' and o.environment = $3 and o.owed_version < g.version
  and ($5::text[] is null or o.platform = any ($5))
returning o.platform, o.subject_kind, o.subject_id
