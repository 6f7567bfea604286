-- A leased debt is due when its lease ends, and what waits for an event or a person is due at infinity, so one range of one index finds fresh
-- debts and those of dead workers alike. What a person told the platform ends that range earlier: paused takes nothing, draining only what was
-- due when it was told. Because this statement may write platform_state, it waits for whoever is telling (lock-platform-states), and is waited
-- for: after the commit of a pause no claim is committed that had not seen it.
with recursive drained as (
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
),
bound as (
  select least($4::timestamptz, (
    select case s.state when 'paused' then '-infinity' when 'draining' then s.since end
    from platform_state s
    where s.environment = $1 and s.platform = $2
  )) as until
),
-- Each lane once, by as many looks into the index as there are lanes.
lane as (
  (select c.lane from owed c where c.environment = $1 and c.platform = $2 and c.due < 'infinity' order by c.lane limit 1)
  union all
  select (
    select c.lane from owed c
    where c.environment = $1 and c.platform = $2 and c.due < 'infinity' and c.lane > l.lane
    order by c.lane limit 1
  )
  from lane l
  where l.lane is not null
),
-- Those of which something is due and may leave, in another order each time: no lane is always the last.
turn as (
  select l.lane, (
    select s.most from unnest($8::text[], $9::integer[]) as s (lane, most) where s.lane = l.lane
  ) as most
  from lane l, bound b
  where l.lane is not null and l.lane <> all ($7::text[])
    and exists (
      select 1 from owed c
      where c.environment = $1 and c.platform = $2 and c.lane = l.lane and c.due <= b.until and c.due < 'infinity'
    )
  order by hashtext(l.lane || $12::text)
  limit $6
),
share as (
  select t.lane, least(t.most, ceil($6::numeric / (select count(*) from turn))::integer) as most from turn t
),
-- Where little may leave, four in five are of visits that are to be reported soon, and what those lean on; the rest as it fell due, so that nothing waits for ever.
urgent as (
  select c.environment, c.platform, c.subject_kind, c.subject_id, c.state as was, c.due
  from share s, bound b, lateral (
    select o.environment, o.platform, o.subject_kind, o.subject_id, o.state, o.due
    from owed o
    where o.environment = $1 and o.platform = $2 and o.lane = s.lane and o.due <= b.until and o.due < 'infinity'
      and (o.subject_kind <> 'visit' or (o.not_before >= $10 and o.not_before < $11))
    order by o.due
    limit floor(s.most * 0.8 + random() * 0.999)
    for update skip locked
  ) c
  where $10::timestamptz is not null and s.most is not null
),
plain as (
  select c.environment, c.platform, c.subject_kind, c.subject_id, c.state as was, c.due
  from share s, bound b, lateral (
    select o.environment, o.platform, o.subject_kind, o.subject_id, o.state, o.due
    from owed o
    where o.environment = $1 and o.platform = $2 and o.lane = s.lane and o.due <= b.until and o.due < 'infinity'
    order by o.due
    limit s.most
    for update skip locked
  ) c
),
found as (
  select f.environment, f.platform, f.subject_kind, f.subject_id, min(f.was) as was
  from (select u.*, 0 as rank from urgent u union all select p.*, 1 as rank from plain p) f
  group by f.environment, f.platform, f.subject_kind, f.subject_id
  order by min(f.rank), min(f.due)
  limit $6
)
update owed o
set state = 'ready',
  lease_owner = $3,
  lease_until = $5,
  lease_no = o.lease_no + 1,
  due = $5,
  reconcile = o.reconcile or found.was = 'sending',
  updated_at = $4
from found
where o.environment = found.environment and o.platform = found.platform
  and o.subject_kind = found.subject_kind and o.subject_id = found.subject_id
returning o.platform, o.subject_kind, o.subject_id, o.lane, o.owed_version, o.settled_version, o.attempts, o.lease_no, o.reconcile, o.sent_hash,
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
