insert into staff (place, ordinal, from_date, to_date, sealed_responsible)
select * from unnest($1::text[], $2::integer[], $3::date[], $4::date[], $5::bytea[])
