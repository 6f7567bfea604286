-- Whoever marks one of these people meanwhile waits for the end of this transaction, and marks anew.
delete from judgement
where person in (
  select person from judgement where environment = $1 and due <= $2 order by due, person limit $3 for update skip locked
)
returning person
