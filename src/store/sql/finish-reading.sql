-- While quarantined rows were looked at again the verdicts before stood (toStandingReading), so senders heard nothing of the new ones; now they do.
with told as (
  update outcome o
  set seq = null
  from reading r
  where r.id = $1 and r.lease_owner = $2 and r.state = 'reading' and strpos(r.tables_version, '.karantina') > 0 and o.reading = r.id
)
update reading
set state = $3, counts = $4, issues = $5, finished_at = $6, lease_owner = null, lease_until = null
where id = $1 and lease_owner = $2 and state = 'reading'
