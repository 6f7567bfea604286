update person_enrolment e
set to_date = g.to_date, reason_out = 'pindah', updated_at = $3
from unnest($1::uuid[], $2::date[]) as g (id, to_date)
where e.id = g.id and e.to_date is null
