-- What is offered no more is no question any more. What was denied stays denied; what was the same for another number is asked anew.
with gone as (
  delete from identity_decision d
  where d.environment = $1 and d.platform = $2 and d.person = $3 and d.state = 'open' and d.platform_id <> all ($6::text[])
)
insert into identity_decision (id, environment, platform, person, platform_id, found_by, identity_key, state, found_at, sealed_candidate)
select g.id, $1, $2, $3, g.platform_id, g.found_by, g.identity_key, 'open', $4, g.sealed
from unnest($5::uuid[], $6::text[], $7::text[], $8::text[], $9::bytea[]) as g (id, platform_id, found_by, identity_key, sealed)
order by g.platform_id
on conflict (person, platform, environment, platform_id) do update
set found_by = excluded.found_by,
  sealed_candidate = excluded.sealed_candidate,
  state = case when identity_decision.state = 'same' and identity_decision.identity_key <> excluded.identity_key then 'open' else identity_decision.state end,
  identity_key = excluded.identity_key
