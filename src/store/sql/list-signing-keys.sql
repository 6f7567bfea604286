select public_jwk from signing_key where environment = $1 order by generation desc
