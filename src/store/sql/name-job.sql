-- A job that comes more often than before does not wait out its old time.
insert into schedule (environment, name, every_ms, known_since, next_at)
values ($1, $2, $3, $4, $4)
on conflict (name, environment) do update
set every_ms = excluded.every_ms,
  next_at = least(schedule.next_at, coalesce(schedule.last_started_at, excluded.next_at) + excluded.every_ms * interval '1 millisecond')
where schedule.every_ms <> excluded.every_ms
