delete from judgement where person = any ($1::uuid[])
