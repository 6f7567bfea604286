update person_review
set state = 'open', decided_at = null, decided_by = null, sealed_why = null
where one = $1 and other = $2 and state = 'same'
