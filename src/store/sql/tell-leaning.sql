-- It is news for senders when what their visits wait for is held, waits itself, or does so no longer.
update owed c
set outcome_seq = null
from unnest($1::text[], $2::text[], $3::text[]) as g (platform, subject_kind, subject_id)
join owed_edge e on e.on_id = g.subject_id and e.on_kind = g.subject_kind and e.platform = g.platform and e.environment = $4
where e.subject_kind = 'visit' and c.subject_id = e.subject_id and c.subject_kind = e.subject_kind
  and c.platform = e.platform and c.environment = e.environment
