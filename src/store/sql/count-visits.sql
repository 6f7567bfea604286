select count(*) as visits from visit where environment = $1 and retracted_at is null
