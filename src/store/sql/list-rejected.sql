select organization, mark, rejected_until from facility_token where environment = $1 and rejections > 1 and rejected_until is not null
