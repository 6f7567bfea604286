insert into submission (id, environment, identity_digest, source, request, submitter, received_at, byte_count, sealed_label)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
on conflict (identity_digest) do nothing
