-- Only to parents that were never settled; the parents are share-locked (share-parents), so none becomes settled meanwhile.
insert into owed_edge (environment, platform, subject_kind, subject_id, on_kind, on_id)
select distinct $6::text, g.platform, g.subject_kind, g.subject_id, g.on_kind, g.on_id
from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[]) as g (platform, subject_kind, subject_id, on_kind, on_id)
where not exists (
  select 1 from owed p
  where p.environment = $6 and p.platform = g.platform and p.subject_kind = g.on_kind and p.subject_id = g.on_id and p.settled_version > 0
)
order by g.platform, g.subject_kind, g.subject_id, g.on_kind, g.on_id
on conflict do nothing
