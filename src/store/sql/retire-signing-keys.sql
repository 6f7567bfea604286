update signing_key set retired_at = $2 where environment = $1 and retired_at is null
