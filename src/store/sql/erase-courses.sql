-- Everything about courses of care of these episodes: what was owed, sent, refused, and learned.
with edges as (
  delete from owed_edge where subject_kind = 'episode' and split_part(subject_id, '.', 1) = any ($1::text[])
), bodies as (
  update attempt set sealed_body = null where subject_kind = 'episode' and split_part(subject_id, '.', 1) = any ($1::text[])
), refusals as (
  delete from owed_refusal where subject_kind = 'episode' and split_part(subject_id, '.', 1) = any ($1::text[])
), known as (
  delete from upstream where ref like 'episode/%' and split_part(split_part(ref, '/', 2), '.', 1) = any ($1::text[])
)
delete from owed where subject_kind = 'episode' and split_part(subject_id, '.', 1) = any ($1::text[])
