select id, version, sealed_key, sealed_identity
from person
where id = any ($1::uuid[]) and environment = $2 and sealed_key is not null
