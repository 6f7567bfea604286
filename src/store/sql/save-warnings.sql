insert into warning (
  id, environment, person, code, place, level, kerahasiaan, opened, latest, closed, state, found_late, first_seen_at,
  withdrawn_at, withdrawn_why, rules, sealed_content, updated_at
)
select
  g.id, $15, $14, g.code, g.place, g.level, g.kerahasiaan, g.opened, g.latest, g.closed, g.state, g.found_late, $16,
  case when g.state = 'ditarik' then $16::timestamptz end, g.withdrawn_why, g.rules, g.sealed_content, $16
from unnest(
  $1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::date[], $7::date[], $8::date[], $9::text[], $10::boolean[],
  $11::text[], $12::jsonb[], $13::bytea[]
) as g (id, code, place, level, kerahasiaan, opened, latest, closed, state, found_late, withdrawn_why, rules, sealed_content)
order by g.id
on conflict (id) do update
set person = excluded.person, code = excluded.code, place = excluded.place, level = excluded.level, kerahasiaan = excluded.kerahasiaan,
  opened = excluded.opened, latest = excluded.latest, closed = excluded.closed, state = excluded.state, found_late = excluded.found_late,
  withdrawn_at = case when excluded.state = 'ditarik' then coalesce(warning.withdrawn_at, excluded.withdrawn_at) end,
  withdrawn_why = excluded.withdrawn_why, rules = excluded.rules, sealed_content = excluded.sealed_content,
  -- What stands again, or is worse than whoever acknowledged it knew, wants to be acknowledged again.
  acknowledged_by = case when excluded.id = any ($17::uuid[]) then null else warning.acknowledged_by end,
  acknowledged_at = case when excluded.id = any ($17::uuid[]) then null else warning.acknowledged_at end,
  withdrawal_seen_at = case when excluded.state = 'ditarik' then warning.withdrawal_seen_at end,
  updated_at = excluded.updated_at
