select id from submission order by id desc limit 1
