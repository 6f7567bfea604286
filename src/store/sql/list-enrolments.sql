select digest, sealed_person, category, place, domicile, from_date, to_date, reason_out
from enrolment
where removed_at is null
order by id
