insert into api_key (id, name, scope, digest, created_at) values ($1, $2, $3, $4, $5)
