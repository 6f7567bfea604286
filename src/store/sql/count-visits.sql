select count(*) as visits from visit where environment = $1
