insert into reading (id, submission, tables_version, state, lease_owner, lease_until, started_at)
values ($1, $2, $3, 'reading', $4, $5, $6)
on conflict (submission, tables_version) do nothing
