insert into hand_correction (environment, platform, subject_kind, subject_id, version, done_at, done_by, sealed_note)
values ($1, $2, $3, $4, $5, $6, $7, $8)
on conflict (subject_id, subject_kind, platform, environment, version) do update
set done_at = excluded.done_at, done_by = excluded.done_by, sealed_note = excluded.sealed_note
