-- Only for the worker that holds the debt; its row is shared until this is written, so that nobody takes it over in between.
with mine as (
  select 1 from owed
  where environment = $1 and platform = $2 and subject_kind = $3 and subject_id = $4 and lease_no = $5 and lease_owner is not null
  for share
)
insert into upstream (environment, platform, ref, platform_id, version, hash, learned_at)
select $1, $2, g.ref, g.platform_id, $6, g.hash, $7
from unnest($8::text[], $9::text[], $10::text[]) as g (ref, platform_id, hash)
where exists (select 1 from mine)
order by g.ref
on conflict (environment, platform, ref) do update
set platform_id = excluded.platform_id, version = coalesce(excluded.version, upstream.version), hash = excluded.hash, learned_at = excluded.learned_at
where (upstream.platform_id, upstream.hash, upstream.version) is distinct from (excluded.platform_id, excluded.hash, coalesce(excluded.version, upstream.version))
  -- What is confirmed is learned again, at most once a day: what was adopted long ago is looked up anew.
  or upstream.learned_at < excluded.learned_at - interval '1 day'
