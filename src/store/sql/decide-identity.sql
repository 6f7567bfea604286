-- Also of a record nobody had offered. The same word said again leaves who said it first, when and why. One record is the same at a time: whoever says so of another takes the earlier word back.
with before as (
  update identity_decision d
  set state = 'open', decided_at = null, decided_by = null, sealed_why = null
  where $7 = 'same' and d.environment = $2 and d.platform = $3 and d.person = $4 and d.state = 'same' and d.platform_id <> $5
)
insert into identity_decision (id, environment, platform, person, platform_id, found_by, identity_key, state, found_at, decided_at, decided_by, sealed_why)
values ($1, $2, $3, $4, $5, 'orang', $6, $7, $8, $8, $9, $10)
on conflict (person, platform, environment, platform_id) do update
set state = excluded.state, decided_at = excluded.decided_at, decided_by = excluded.decided_by, sealed_why = excluded.sealed_why,
  identity_key = case when excluded.identity_key = '' then identity_decision.identity_key else excluded.identity_key end
where identity_decision.state <> excluded.state or identity_decision.identity_key <> coalesce(nullif(excluded.identity_key, ''), identity_decision.identity_key)
