-- Only for the one gateway that holds the lock of its data folder: whoever else held a lease is dead.
update owed
set lease_until = $3, due = case when state = 'sending' then $4 else least(due, $3) end
where environment = $1 and lease_owner is not null and lease_owner <> $2 and state in ('ready', 'sending')
