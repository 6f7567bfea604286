select verdict_digest from reading where id = $1
