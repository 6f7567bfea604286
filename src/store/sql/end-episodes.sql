-- Those of whoever was merged into a person too: what goes on is kept under the person.
with recursive alias as (
  select g.person as id from unnest($1::uuid[]) as g (person)
  union
  select p.id from alias a join person p on p.merged_into = a.id
)
update episode set gone_at = $3, updated_at = $3
where person in (select id from alias) and not id = any ($2::uuid[]) and gone_at is null
