-- Only of a finished reading: its rows do not change any more.
update reading set verdict_digest = $2 where id = $1 and state = 'finished'
