delete from due where person = any ($1::uuid[])
