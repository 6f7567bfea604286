-- Everybody who was merged into this person, over any number of steps, and the person.
with recursive alias as (
  select id from person where id = $1
  union
  select m.id from alias a cross join lateral (select p.id from person p where p.merged_into = a.id offset 0) m
)
select id from alias order by id
