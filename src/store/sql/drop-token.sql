update facility_token set sealed_token = null, use_until = null
where environment = $1 and organization = $2 and mark = $3 and sealed_token = $4
