select d.id, d.platform, d.person, d.platform_id, d.found_by, d.identity_key, d.state, d.found_at, d.decided_at, d.decided_by, d.sealed_candidate,
  null::text as reason
from identity_decision d
where d.id = $1 and d.environment = $2
