-- Only for the worker that holds the debt: nothing of ours is behind these refs at the platform any more.
with mine as (
  select 1 from owed
  where environment = $1 and platform = $2 and subject_kind = $3 and subject_id = $4 and lease_no = $5 and lease_owner is not null
  for share
)
delete from upstream
where environment = $1 and platform = $2 and ref = any ($6::text[]) and exists (select 1 from mine)
