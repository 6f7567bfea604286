insert into policy (puskesmas, content) select * from unnest($1::text[], $2::jsonb[])
