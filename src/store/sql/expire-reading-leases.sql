-- Only for the one gateway that holds the lock of its data folder: whoever else was reading is dead.
update reading r set lease_until = $3 from submission s where s.id = r.submission and s.environment = $1 and r.state = 'reading' and r.lease_owner <> $2
