insert into facility_event (id, environment, organization, event, at, by) values ($1, $2, $3, $4, $5, $6)
