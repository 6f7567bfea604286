-- Locked in the order in which every process locks debts.
with given as (
  select *
  from unnest($3::text[], $4::text[], $5::integer[], $6::integer[], $7::timestamptz[], $8::text[], $9::jsonb[])
    as g (subject_kind, subject_id, lease_no, version, at, reason, issues)
),
held as (
  select o.environment, o.platform, o.subject_kind, o.subject_id, g.version, g.at, g.reason, g.issues
  from given g
  join owed o on o.subject_id = g.subject_id and o.subject_kind = g.subject_kind and o.platform = $2 and o.environment = $1
  where o.lease_no = g.lease_no and o.lease_owner is not null
  order by o.subject_kind, o.subject_id
  for update of o
)
update owed o
set settled_version = greatest(o.settled_version, g.version),
  settled_at = g.at,
  settled_for = coalesce((
    select u.platform_id
    from upstream u
    where u.ref = 'patient/' || (select v.person from visit v where v.id = case o.subject_kind when 'visit' then o.subject_id::uuid end)
      and u.platform = o.platform and u.environment = o.environment
  ), o.settled_for),
  -- A part that the platform refused (reason, issues) is for a person, though whoever waits for the subject waits no longer.
  state = case when o.owed_version > g.version then 'ready' when g.reason is null then 'settled' else 'parked' end,
  due = case when o.owed_version > g.version then greatest(o.not_before, g.at) else 'infinity' end,
  reason = case when o.owed_version > g.version then null else g.reason end,
  issues = case when o.owed_version > g.version then null else g.issues end,
  lease_owner = null, lease_until = null, attempts = 0, reconcile = false, sent_hash = null, updated_at = g.at,
  outcome_seq = case o.subject_kind when 'visit' then null else o.outcome_seq end
from held g
where o.subject_id = g.subject_id and o.subject_kind = g.subject_kind and o.platform = g.platform and o.environment = g.environment
returning o.subject_kind, o.subject_id, o.lease_no
