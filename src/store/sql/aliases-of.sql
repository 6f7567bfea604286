-- Everybody who was merged into this person, over any number of steps, and the person.
with recursive alias as (
  select id from person where id = $1
  union
  select p.id from alias a join person p on p.merged_into = a.id
)
select id from alias order by id
