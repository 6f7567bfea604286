delete from warning where person = any ($1::uuid[])
