-- These people with everybody they were merged into or who was merged into them.
with recursive up as (
  select p.id, p.merged_into from real_person p where p.id = any ($1::uuid[])
  union
  select p.id, p.merged_into from up u join real_person p on p.id = u.merged_into
),
family as (
  select u.id from up u
  union
  select p.id from family f join real_person p on p.merged_into = f.id
)
select id from family
