select id, version, merged_into, sealed_key, sealed_identity
from person
where id = any ($1::uuid[]) and environment = $2 and sealed_key is not null
