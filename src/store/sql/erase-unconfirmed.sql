delete from unconfirmed where person = any ($1::uuid[])
