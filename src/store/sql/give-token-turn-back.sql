update facility_token set asked_until = null where environment = $1 and organization = $2 and mark = $3
