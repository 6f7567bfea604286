delete from unconfirmed where visit = any ($1::uuid[])
