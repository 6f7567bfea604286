-- What people said about a person and everybody merged into it, and whether the platform was asked in vain: who lives where matters only then.
with recursive alias as (
  select $3::uuid as id
  union
  select m.id from alias a cross join lateral (select p.id from person p where p.merged_into = a.id offset 0) m
)
select
  (
    select jsonb_object_agg(d.platform_id, d.state)
    from identity_decision d
    join alias a on a.id = d.person
    where d.environment = $1 and d.platform = $2 and (d.state = 'not-same' or (d.state = 'same' and d.identity_key = any ($4::text[])))
  ) as decided,
  exists (select 1 from upstream u where u.ref = 'patient/' || $3::uuid || '/tidak-ada' and u.platform = $2 and u.environment = $1) as absent
