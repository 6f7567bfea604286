select coalesce(max(generation), 0) as generation from signing_key where environment = $1
