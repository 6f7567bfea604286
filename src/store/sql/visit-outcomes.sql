-- A visit that waits for its parents stands where the worst of them stands: held behind a held or parked one, with that one's reason;
-- under way where all of them are due or on their way.
select
  case
    when parent.state in ('held', 'parked') then 'held'
    when o.state = 'waiting' and o.reason = $3 and parent.state is null then 'ready'
    else o.state
  end as state,
  coalesce(parent.reason, o.reason) as reason,
  count(*) as visits
from owed o
left join lateral (
  select p.state, p.reason
  from owed_edge e
  join owed p on p.environment = e.environment and p.platform = e.platform and p.subject_kind = e.on_kind and p.subject_id = e.on_id
  where o.state = 'waiting' and o.reason = $3
    and e.environment = o.environment and e.platform = o.platform and e.subject_kind = o.subject_kind and e.subject_id = o.subject_id
    and p.state in ('held', 'parked', 'waiting')
  order by p.state = 'waiting', e.on_kind, e.on_id
  limit 1
) parent on true
where o.environment = $1 and o.platform = $2 and o.subject_kind = 'visit'
group by 1, 2
order by 1, 2
