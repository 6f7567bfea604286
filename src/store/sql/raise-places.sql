-- Places that platforms were told of before something about them changed: owed anew. Whoever holds the lease goes on with what it claimed.
update owed o
set owed_version = o.owed_version + 1,
  updated_at = $5,
  state = case when o.lease_owner is null and o.state = 'settled' then 'ready' else o.state end,
  due = case when o.lease_owner is null and o.state = 'settled' then $5 else o.due end
from unnest($3::text[], $4::timestamptz[]) as g (code, since)
where o.environment = $1 and o.platform = $2 and o.subject_kind = 'place' and o.subject_id = g.code
  and o.updated_at < g.since and (o.state = 'settled' or o.lease_owner is not null)
