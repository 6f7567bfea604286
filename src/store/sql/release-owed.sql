with freed as (
  update owed
  set state = case when not_before > $7 then 'waiting' else 'ready' end,
    reason = case when not_before > $7 then $8 end,
    due = greatest(not_before, $7),
    issues = null, attempts = 0, updated_at = $7,
    outcome_seq = case subject_kind when 'visit' then null else outcome_seq end
  where environment = $1 and platform = $2 and state in ('waiting', 'held', 'parked') and state = any ($3::text[]) and lease_owner is null
    -- Who waits for parents goes when they are settled, not before.
    and reason <> 'menunggu-induk'
    and ($4::text[] is null or reason = any ($4))
    and ($5::text is null or subject_kind = $5)
    and ($6::text[] is null or subject_id = any ($6))
  returning subject_kind, subject_id
),
-- News for senders, too, of the visits that wait for them.
told as (
  update owed c
  set outcome_seq = null
  from freed f
  join owed_edge e on e.on_id = f.subject_id and e.on_kind = f.subject_kind and e.platform = $2 and e.environment = $1
  where f.subject_kind <> 'visit' and e.subject_kind = 'visit' and c.subject_id = e.subject_id and c.subject_kind = e.subject_kind
    and c.platform = e.platform and c.environment = e.environment and c.state = 'waiting' and c.reason = 'menunggu-induk'
)
select 1 from freed
