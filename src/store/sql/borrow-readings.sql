insert into reading select g.* from real_reading g where g.submission = $1 on conflict do nothing
