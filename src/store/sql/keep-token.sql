-- Not where the credential was replaced meanwhile.
update facility_token
set sealed_token = $4, use_until = $5, asked_until = null, refused_until = null, refused_why = null, rejections = 0, rejected_until = null
where environment = $1 and organization = $2 and mark = $3
