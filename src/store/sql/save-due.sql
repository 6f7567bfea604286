-- What did not change is not written again: most looks at a person change nothing of what is due.
insert into due (environment, person, item, kind, code, rule, place, kerahasiaan, due, late_from, until, sealed_content, updated_at)
select $1, g.person, g.item, g.kind, g.code, g.rule, g.place, g.kerahasiaan, g.due, g.late_from, g.until, g.sealed_content, $13
from unnest(
  $2::uuid[], $3::integer[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::date[], $10::date[], $11::date[], $12::bytea[]
) as g (person, item, kind, code, rule, place, kerahasiaan, due, late_from, until, sealed_content)
order by g.person, g.item
on conflict (environment, person, item) do update
set kind = excluded.kind, code = excluded.code, rule = excluded.rule, place = excluded.place, kerahasiaan = excluded.kerahasiaan,
  due = excluded.due, late_from = excluded.late_from, until = excluded.until, sealed_content = excluded.sealed_content,
  updated_at = excluded.updated_at
where excluded.sealed_content is not null
  or (due.kind, due.code, due.rule, due.place, due.kerahasiaan, due.due, due.late_from, due.until, due.sealed_content)
    is distinct from
    (excluded.kind, excluded.code, excluded.rule, excluded.place, excluded.kerahasiaan, excluded.due, excluded.late_from, excluded.until, null)
