-- The end of every course of care that the platform knows, that is over by day $3 or that nothing speaks of any more, and that is not closed there.
-- One that was settled without having been closed, because it had not ended after all, is owed anew. What another facility opened is not ours to close.
insert into owed (environment, platform, subject_kind, subject_id, owed_version, state, due, not_before, updated_at, outcome_seq)
select o.environment, o.platform, 'episode', o.subject_id || '.tutup', 1, 'ready', $4, $4, $4, 0
from owed o
join episode e on e.id = split_part(o.subject_id, '.', 1)::uuid
join upstream k on k.environment = $1 and k.platform = $2 and k.ref = 'episode/' || o.subject_id and k.hash <> 'milik-lain'
where o.environment = $1 and o.platform = $2 and o.subject_kind = 'episode' and o.subject_id not like '%.tutup' and o.settled_version > 0
  and (
    e.gone_at is not null
    or case split_part(o.subject_id, '.', 2)
      when 'ANC' then coalesce(e.delivered, e.to_date)
      when 'PNC' then coalesce(e.to_date, e.delivered + 42)
      else coalesce(e.to_date, e.from_date + 28)
    end < $3::date
  )
  and not exists (select 1 from upstream u where u.environment = $1 and u.platform = $2 and u.ref = 'episode/' || o.subject_id || '/tutup')
order by o.subject_id
on conflict (environment, platform, subject_kind, subject_id) do update
set owed_version = owed.owed_version + 1, state = 'ready', reason = null, issues = null, due = excluded.due, not_before = excluded.not_before,
  attempts = 0, updated_at = excluded.updated_at
where owed.state = 'settled' and owed.lease_owner is null
