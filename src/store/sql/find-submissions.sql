select id, identity_digest from submission where identity_digest = any ($1::bytea[])
