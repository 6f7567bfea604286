-- For this transaction only: a lock that is not got within so many milliseconds is a fault (55P03).
select set_config('lock_timeout', $1, true)
