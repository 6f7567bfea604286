select id from submission where identity_digest = $1
