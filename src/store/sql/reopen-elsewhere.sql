-- Visits of people, with everybody merged into them, that a platform holds under another number of a person than the one that was adopted: they
-- are due again, so that they are taken back there. Of a visit sent before it was written down under whom, what it was settled for tells it.
with recursive alias as (
  select p.id as owner, p.id from person p where p.id = any ($3::uuid[])
  union
  select a.owner, p.id from alias a join person p on p.merged_into = a.id
),
elsewhere as (
  select v.id::text as id
  from alias a
  join visit v on v.person = a.id
  join upstream adopted on adopted.ref = 'patient/' || a.owner and adopted.platform = $2 and adopted.environment = $1
  join upstream sent on sent.ref = 'visit/' || v.id and sent.platform = $2 and sent.environment = $1
  join owed w on w.subject_id = v.id::text and w.subject_kind = 'visit' and w.platform = $2 and w.environment = $1
  left join upstream under on under.ref = 'visit/' || v.id || '/pasien' and under.platform = $2 and under.environment = $1
  where coalesce(under.platform_id, w.settled_for) <> adopted.platform_id
)
update owed o
set state = 'ready', due = greatest(o.not_before, $4), reason = null, issues = null, attempts = 0, updated_at = $4, outcome_seq = null
from elsewhere e
where o.subject_id = e.id and o.subject_kind = 'visit' and o.platform = $2 and o.environment = $1 and o.lease_owner is null
  and (o.state in ('settled', 'parked') or (o.state = 'held' and o.reason in ('koreksi-perlu-tangan', 'koreksi-setelah-terkirim')))
