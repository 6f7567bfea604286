insert into incident (id, environment, platform, kind, subject_kind, subject_id, state, found_at, sealed_facts)
values ($1, $2, $3, $4, $5, $6, 'open', $7, $8)
on conflict (subject_id, subject_kind, platform, environment, kind) where repaired_at is null do nothing
