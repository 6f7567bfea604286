insert into erasure (person, erased_at, reason)
select g.person, $2, $3 from unnest($1::uuid[]) as g (person)
on conflict (person) do nothing
