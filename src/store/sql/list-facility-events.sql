select event, at, by from facility_event where environment = $1 and organization = $2 order by id desc limit $3
