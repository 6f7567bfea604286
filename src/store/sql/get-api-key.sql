select id, name, scope, digest from api_key where id = $1 and revoked_at is null
