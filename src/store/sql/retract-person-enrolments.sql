update person_enrolment
set removed_at = $3, updated_at = $3
where submission = $1 and id <> all ($2::uuid[]) and removed_at is null
