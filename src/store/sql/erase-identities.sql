delete from identity_decision where person = any ($1::uuid[])
