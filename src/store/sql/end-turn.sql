update schedule
set lease_owner = null, lease_until = null, last_finished_at = $4, last_result = $5, next_at = $6,
  last_success_at = case when $7 then $4 else last_success_at end
where environment = $1 and name = $2 and lease_no = $3 and lease_owner is not null
