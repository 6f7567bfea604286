-- A leased debt is due when its lease ends, and what waits for an event or a person is due at infinity, so one range of one index finds fresh
-- debts and those of dead workers alike. What a person told the platform ends that range earlier: paused takes nothing, draining only what was
-- due when it was told. Because this statement may write platform_state, it waits for whoever is telling (lock-platform-states), and is waited
-- for: after the commit of a pause no claim is committed that had not seen it.
with drained as (
  -- Nothing of it is left, neither due nor on its way: whoever finds that out says so.
  update platform_state s
  set state = 'paused', since = $4
  where s.environment = $1 and s.platform = $2 and s.state = 'draining'
    and not exists (
      select 1 from owed c where c.environment = s.environment and c.platform = s.platform and c.due <= s.since and c.due < 'infinity'
    )
    and not exists (
      select 1 from owed c
      where c.lease_owner is not null and c.lease_until > $4 and c.environment = s.environment and c.platform = s.platform
    )
)
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
    and c.due <= least($4, (
      select case s.state when 'paused' then '-infinity' when 'draining' then s.since end
      from platform_state s
      where s.environment = $1 and s.platform = $2
    ))
  order by c.due
  limit $6
  for update skip locked
) found
where o.environment = found.environment and o.platform = found.platform
  and o.subject_kind = found.subject_kind and o.subject_id = found.subject_id
returning o.platform, o.subject_kind, o.subject_id, o.owed_version, o.settled_version, o.attempts, o.lease_no, o.reconcile, o.sent_hash,
  found.was = 'sending' as retaken, o.reason,
  -- A visit that a gateway of the version before this one sent bears its own id as number.
  coalesce(o.number, case
    when o.subject_kind = 'visit' and (o.sent_hash is not null or exists (
      select 1 from upstream u where u.environment = o.environment and u.platform = o.platform and u.ref = 'visit/' || o.subject_id
    )) then o.subject_id
  end) as number,
  (
    select jsonb_object_agg(r.ref, r.hash)
    from owed_refusal r
    where r.environment = o.environment and r.platform = o.platform and r.subject_kind = o.subject_kind and r.subject_id = o.subject_id
  ) as refused
