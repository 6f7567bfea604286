select
  exists (select 1 from outcome where environment = $1 and seq is null)
    or exists (select 1 from owed where environment = $1 and outcome_seq is null) as fresh,
  exists (select 1 from outcome_counter where environment = $1) as there
