-- Those of whoever was merged into a person too: what goes on is kept under the person.
with recursive alias as (
  select g.person as id from unnest($1::uuid[]) as g (person)
  union
  select m.id from alias a cross join lateral (select p.id from person p where p.merged_into = a.id offset 0) m
)
update episode set gone_at = $3, updated_at = $3
where person in (select id from alias) and not id = any ($2::uuid[]) and gone_at is null
