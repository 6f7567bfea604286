select count(*) as keys from api_key where revoked_at is null
