insert into migration (name, checksum, applied_at) values ($1, $2, now())
