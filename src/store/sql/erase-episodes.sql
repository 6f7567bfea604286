delete from episode where person = any ($1::uuid[]) returning id
