-- Only for whoever has seen the latest version; the first to write it has seen none.
insert into quota (environment, platform, credential, version, state, updated_at)
select $1, $2, $3, 1, $5::jsonb, $6
where $4 = 0
on conflict (environment, platform, credential) do nothing
