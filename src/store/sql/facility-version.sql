select version::text from facility_version where environment = $1
