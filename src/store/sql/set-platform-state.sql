-- The same again keeps `since`: a second pause does not make the first look younger.
insert into platform_state (environment, platform, state, since, set_by, reason)
values ($1, $2, $3, $4, $5, $6)
on conflict (platform, environment) do update
set state = excluded.state,
  since = case when platform_state.state = excluded.state then platform_state.since else excluded.since end,
  set_by = excluded.set_by,
  reason = excluded.reason
