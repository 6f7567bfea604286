-- A pause outlasts what is entered meanwhile; what was revoked is in force again.
update facility_credential
set mark = $3, sealed_credential = $4, sealed_letter = $5, valid_from = $6, valid_until = $7, entered_at = $8, entered_by = $9,
  state = case state when 'revoked' then 'active' else state end,
  set_within = case state when 'paused' then set_within else $10 end,
  state_at = case state when 'paused' then state_at else $8 end,
  state_by = case state when 'paused' then state_by else $9 end
where environment = $1 and organization = $2
