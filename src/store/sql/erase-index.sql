delete from person_index where person = any ($1::uuid[])
