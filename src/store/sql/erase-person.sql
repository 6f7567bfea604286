update person
set sealed_key = null, sealed_identity = null, erased_at = coalesce(erased_at, $2), updated_at = $2
where id = any ($1::uuid[])
