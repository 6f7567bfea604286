-- Also of a pair nobody had thought of.
insert into person_review (id, environment, one, other, reasons, state, found_at, decided_at, decided_by, sealed_why)
values ($1, $2, $3, $4, '[]', $5, $6, $6, $7, $8)
on conflict (one, other) do update
set state = excluded.state, decided_at = excluded.decided_at, decided_by = excluded.decided_by, sealed_why = excluded.sealed_why
