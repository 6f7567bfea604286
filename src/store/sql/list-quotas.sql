select credential, version, state from quota where environment = $1 and platform = $2
