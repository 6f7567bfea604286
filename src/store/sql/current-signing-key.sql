select generation, kid from signing_key where environment = $1 and retired_at is null order by generation desc limit 1
