insert into upstream (environment, platform, ref, platform_id, version, hash, learned_at)
select $1, $2, g.ref, g.platform_id, g.version, g.hash, g.learned_at
from unnest($3::text[], $4::text[], $5::text[], $6::integer[], $7::timestamptz[]) as g (ref, platform_id, hash, version, learned_at)
order by g.ref
on conflict (environment, platform, ref) do update
set platform_id = excluded.platform_id, version = coalesce(excluded.version, upstream.version), hash = excluded.hash, learned_at = excluded.learned_at
where (upstream.platform_id, upstream.hash, upstream.version) is distinct from (excluded.platform_id, excluded.hash, coalesce(excluded.version, upstream.version))
  -- What is confirmed is learned again, at most once a day: what was adopted long ago is looked up anew.
  or upstream.learned_at < excluded.learned_at - interval '1 day'
