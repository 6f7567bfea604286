delete from owed_edge e
using owed p
where e.environment = $1 and e.platform = $2
  and p.environment = e.environment and p.platform = e.platform and p.subject_kind = e.on_kind and p.subject_id = e.on_id
  and p.settled_version > 0
