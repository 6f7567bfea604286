select last from outcome_counter where environment = $1 for update
