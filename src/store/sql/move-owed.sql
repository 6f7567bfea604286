-- $16: it is news for senders that a person has to act, or what is waited for; not that it is tried again, nor that it waits as before.
with moved as (
  update owed o
  set state = case when o.owed_version > $6 then 'ready' else $7 end,
    due = case
      when o.owed_version <= $6 or $12::boolean then $8::timestamptz
      else greatest(o.not_before, $13)
    end,
    reason = case when o.owed_version > $6 then null else $9 end,
    issues = case when o.owed_version > $6 then null else $10::jsonb end,
    attempts = o.attempts + $11,
    reconcile = coalesce($12::boolean, o.reconcile),
    -- What certainly did not arrive is as if it had never left: only of what may have arrived the hash stays.
    sent_hash = case when $14::boolean then o.sent_hash else $15 end,
    lease_owner = null, lease_until = null, updated_at = $13,
    outcome_seq = case when o.subject_kind = 'visit' and ($16 or o.owed_version > $6) then null else o.outcome_seq end
  where o.environment = $1 and o.platform = $2 and o.subject_kind = $3 and o.subject_id = $4 and o.lease_no = $5 and o.lease_owner is not null
  returning o.subject_kind, o.subject_id, $16 or o.owed_version > $6 as is_news
),
-- News, too, of the visits that wait for it.
told as (
  update owed c
  set outcome_seq = null
  from moved f
  join owed_edge e on e.on_id = f.subject_id and e.on_kind = f.subject_kind and e.platform = $2 and e.environment = $1
  where f.is_news and f.subject_kind <> 'visit' and e.subject_kind = 'visit' and c.subject_id = e.subject_id and c.subject_kind = e.subject_kind
    and c.platform = e.platform and c.environment = e.environment and c.state = 'waiting' and c.reason = 'menunggu-induk'
)
select 1 from moved
