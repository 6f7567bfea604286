insert into identity_claim (digest)
select g.digest from unnest($1::bytea[]) as g (digest) order by g.digest
on conflict do nothing
