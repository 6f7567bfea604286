update incident
set state = 'closed', closed_at = $3, closed_by = $4, sealed_note = $5
where id = $1 and environment = $2 and state = 'open'
