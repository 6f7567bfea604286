insert into owed (environment, platform, subject_kind, subject_id, owed_version, state, reason, issues, due, not_before, updated_at)
select $10, g.platform, g.subject_kind, g.subject_id, g.owed_version, g.state, g.reason, g.issues, g.due, g.not_before, $11
from unnest($1::text[], $2::text[], $3::text[], $4::integer[], $5::text[], $6::text[], $7::jsonb[], $8::timestamptz[], $9::timestamptz[])
  as g (platform, subject_kind, subject_id, owed_version, state, reason, issues, due, not_before)
on conflict (environment, platform, subject_kind, subject_id) do update
set owed_version = excluded.owed_version,
  not_before = excluded.not_before,
  updated_at = excluded.updated_at,
  -- Whoever holds the lease goes on with the version it claimed, and sees the higher one when it is done.
  state = case when owed.lease_owner is null then excluded.state else owed.state end,
  reason = case when owed.lease_owner is null then excluded.reason else owed.reason end,
  issues = case when owed.lease_owner is null then excluded.issues else owed.issues end,
  attempts = case when owed.lease_owner is null then 0 else owed.attempts end,
  due = case
    when owed.lease_owner is not null then owed.due
    -- A quiet time after a lost answer is kept: the first message may still land.
    when owed.reconcile and owed.state = 'ready' then greatest(owed.due, excluded.due)
    else excluded.due
  end
where owed.owed_version < excluded.owed_version
returning platform, subject_kind, subject_id
