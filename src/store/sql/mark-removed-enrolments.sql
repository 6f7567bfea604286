update enrolment set removed_at = $2 where removed_at is null and digest <> all ($1::bytea[])
