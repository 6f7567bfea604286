-- News for senders: of a visit's first version its row tells.
insert into owed (environment, platform, subject_kind, subject_id, owed_version, state, reason, issues, due, not_before, updated_at, outcome_seq, lane)
select $10, g.platform, g.subject_kind, g.subject_id, g.owed_version, g.state, g.reason, g.issues, g.due, g.not_before, $11,
  case when g.subject_kind = 'visit' and g.owed_version > 1 then null else 0 end, g.lane
from unnest($1::text[], $2::text[], $3::text[], $4::integer[], $5::text[], $6::text[], $7::jsonb[], $8::timestamptz[], $9::timestamptz[], $12::text[])
  as g (platform, subject_kind, subject_id, owed_version, state, reason, issues, due, not_before, lane)
-- What is owed already is left untouched: a conflict locks its row, and the place and the nakes whom many lean on would make them queue.
where not exists (
  select 1 from owed o
  where o.subject_id = g.subject_id and o.subject_kind = g.subject_kind and o.platform = g.platform and o.environment = $10
    and o.owed_version >= g.owed_version
)
on conflict (environment, platform, subject_kind, subject_id) do update
set owed_version = excluded.owed_version,
  not_before = excluded.not_before,
  updated_at = excluded.updated_at,
  lane = case excluded.lane when '' then owed.lane else excluded.lane end,
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
  end,
  outcome_seq = case owed.subject_kind when 'visit' then null else owed.outcome_seq end
where owed.owed_version < excluded.owed_version
returning platform, subject_kind, subject_id
