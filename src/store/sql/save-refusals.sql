insert into owed_refusal (environment, platform, subject_kind, subject_id, ref, hash, issues, refused_at)
select $1, $2, $3, $4, g.ref, g.hash, g.issues, $5
from unnest($6::text[], $7::text[], $8::jsonb[]) as g (ref, hash, issues)
on conflict (environment, platform, subject_kind, subject_id, ref) do update
set hash = excluded.hash, issues = excluded.issues, refused_at = excluded.refused_at
