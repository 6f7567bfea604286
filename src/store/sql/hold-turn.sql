-- `key share` keeps take-turn away until the transaction ends, and lets renew-turn pass.
select 1 from schedule where environment = $1 and name = $2 and lease_no = $3 and lease_owner is not null for key share
