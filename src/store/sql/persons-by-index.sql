select distinct i.person as id from person_index i where i.kind = $1 and i.digest = $2 order by i.person
