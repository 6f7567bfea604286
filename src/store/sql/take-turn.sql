-- Skips a row that hold-turn keeps: a transaction of whoever has the lease is then still under way, however late it is.
update schedule s
set lease_owner = $3, lease_until = $5, lease_no = s.lease_no + 1, last_started_at = $4
from (
  select environment, name
  from schedule
  where environment = $1 and name = $2 and next_at <= $4 and (lease_until is null or lease_until <= $4)
  for update skip locked
) due
where s.environment = due.environment and s.name = due.name
returning s.lease_no
