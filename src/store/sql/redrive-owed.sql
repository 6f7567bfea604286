-- The debts were locked before (lock-debts). `reconcile`, `sent_hash` and `number` stay: what may have arrived is looked up first.
-- Environment and platform come out of the materialized part, so that the planner looks debts up by their subject and not by those two.
-- News for senders: as in release-owed.
with g as materialized (
  select $1::text as environment, $2::text as platform, u.subject_kind, u.subject_id, u.state, u.reason, u.issues
  from unnest($3::text[], $4::text[], $5::text[], $6::text[], $7::jsonb[]) as u (subject_kind, subject_id, state, reason, issues)
),
moved as (
  update owed o
  set state = g.state,
    reason = g.reason,
    issues = g.issues,
    due = case
      when g.state = 'ready' then greatest(o.not_before, $8)
      when g.reason = $9 then o.not_before
      else 'infinity'
    end,
    attempts = 0,
    updated_at = $8,
    outcome_seq = case o.subject_kind when 'visit' then null else o.outcome_seq end
  from g
  where o.environment = g.environment and o.platform = g.platform and o.subject_kind = g.subject_kind and o.subject_id = g.subject_id
    and o.lease_owner is null
  returning o.subject_kind, o.subject_id
),
told as (
  update owed c
  set outcome_seq = null
  from moved f
  join owed_edge e on e.on_id = f.subject_id and e.on_kind = f.subject_kind and e.platform = $2 and e.environment = $1
  where f.subject_kind <> 'visit' and e.subject_kind = 'visit' and c.subject_id = e.subject_id and c.subject_kind = e.subject_kind
    and c.platform = e.platform and c.environment = e.environment and c.state = 'waiting' and c.reason = 'menunggu-induk'
    -- No row can be written twice by one statement.
    and not exists (select 1 from g where g.subject_kind = c.subject_kind and g.subject_id = c.subject_id)
)
select 1 from moved
