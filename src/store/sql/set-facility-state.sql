-- Of what is revoked nothing is kept but who did it; the letter stays sealed, because it says by what right was sent before.
update facility_credential
set state = $3, set_within = $4, state_at = $5, state_by = $6,
  mark = case $3 when 'revoked' then null else mark end,
  sealed_credential = case $3 when 'revoked' then null else sealed_credential end
where environment = $1 and organization = $2
