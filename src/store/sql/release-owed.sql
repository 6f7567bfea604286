update owed
set state = case when not_before > $7 then 'waiting' else 'ready' end,
  reason = case when not_before > $7 then $8 end,
  due = greatest(not_before, $7),
  issues = null, attempts = 0, updated_at = $7
where environment = $1 and platform = $2 and state in ('waiting', 'held', 'parked') and state = any ($3::text[]) and lease_owner is null
  -- Who waits for parents goes when they are settled, not before.
  and reason <> 'menunggu-induk'
  and ($4::text[] is null or reason = any ($4))
  and ($5::text is null or subject_kind = $5)
  and ($6::text[] is null or subject_id = any ($6))
