-- What a corrected identity no longer says. Births and senders' numbers stay: they find people who moved.
delete from person_index i
where i.person = any ($1::uuid[])
  and i.kind in ('nik', 'nik-ibu', 'kk')
  and not exists (
    select 1 from unnest($2::text[], $3::bytea[], $4::uuid[]) as g (kind, digest, person)
    where g.person = i.person and g.kind = i.kind and g.digest = i.digest
  )
