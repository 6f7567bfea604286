update person_merge set undone_at = $2, undone_by = $3, sealed_undo = $4 where id = $1
