-- After a restore the counter is gone, so that cursors of the time after the backup are known by their epoch; numbers go on from what stands in the lines.
insert into outcome_counter (environment, epoch, last)
select $1, $2, greatest(
  (select max(seq) from outcome where environment = $1),
  (select max(outcome_seq) from owed where environment = $1 and outcome_seq > 0),
  0
)
on conflict (environment) do nothing
