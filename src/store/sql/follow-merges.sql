-- Whom somebody was merged into, over any number of steps.
with recursive chain as (
  select p.id as found, p.id, p.merged_into from person p where p.id = any ($1::uuid[])
  union
  select c.found, p.id, p.merged_into from chain c join person p on p.id = c.merged_into
)
select found, id from chain where merged_into is null
