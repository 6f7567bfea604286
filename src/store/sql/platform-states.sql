-- `due` is what may be taken now: of a platform that drains only what was due when it was told. `in_flight` is in the hands of a worker.
select p.platform, coalesce(s.state, 'running') as state, s.since, s.set_by, s.reason, load.due, load.in_flight
from unnest($2::text[]) as p (platform)
left join platform_state s on s.environment = $1 and s.platform = p.platform
cross join lateral (
  select
    (
      select count(*) from owed o
      where o.environment = $1 and o.platform = p.platform and o.lease_owner is null and o.due < 'infinity'
        and o.due <= least($3, case s.state when 'draining' then s.since end)
    ) as due,
    (
      select count(*) from owed o
      where o.environment = $1 and o.platform = p.platform and o.lease_owner is not null and o.lease_until > $3
    ) as in_flight
) load
order by p.platform
