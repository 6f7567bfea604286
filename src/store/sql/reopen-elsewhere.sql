-- Visits of people, with everybody merged into them, that a platform holds under another number of a person than the one that was adopted: they
-- are due again, so that they are taken back there. Of a visit sent before it was written down under whom, what it was settled for tells it.
-- One person's visits are looked up one by one: a planner that guesses their number would read every table whole (offset 0 keeps the selects apart).
with recursive alias as (
  select p.id as owner, p.id from person p where p.id = any ($3::uuid[])
  union
  select a.owner, m.id from alias a cross join lateral (select p.id from person p where p.merged_into = a.id offset 0) m
),
elsewhere as (
  select v.id
  from alias a
  cross join lateral (
    select u.platform_id from upstream u where u.ref = 'patient/' || a.owner and u.platform = $2 and u.environment = $1 offset 0
  ) adopted
  cross join lateral (select o.id::text as id from visit o where o.person = a.id offset 0) v
  cross join lateral (
    select w.settled_for
    from upstream sent
    join owed w on w.subject_id = v.id and w.subject_kind = 'visit' and w.platform = $2 and w.environment = $1
    where sent.ref = 'visit/' || v.id and sent.platform = $2 and sent.environment = $1
    offset 0
  ) w
  left join lateral (
    select u.platform_id from upstream u where u.ref = 'visit/' || v.id || '/pasien' and u.platform = $2 and u.environment = $1 offset 0
  ) under on true
  where coalesce(under.platform_id, w.settled_for) <> adopted.platform_id
)
update owed o
set state = 'ready', due = greatest(o.not_before, $4), reason = null, issues = null, attempts = 0, updated_at = $4, outcome_seq = null
where o.subject_id = any (array(select e.id from elsewhere e)) and o.subject_kind = 'visit' and o.platform = $2 and o.environment = $1
  and o.lease_owner is null
  and (o.state in ('settled', 'parked') or (o.state = 'held' and o.reason in ('koreksi-perlu-tangan', 'koreksi-setelah-terkirim')))
