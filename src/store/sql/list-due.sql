-- The longest late first. What is sangat-terbatas stands in no list, nor does anybody who was merged into somebody or erased.
select d.person, d.item, d.kind, d.code, d.rule, d.place, d.kerahasiaan, to_char(d.due, 'YYYY-MM-DD') as due,
  to_char(d.late_from, 'YYYY-MM-DD') as late_from, to_char(d.until, 'YYYY-MM-DD') as until
from due d
join person p on p.id = d.person
where d.environment = $1 and d.kerahasiaan <> 'sangat-terbatas' and p.sealed_key is not null and p.merged_into is null
  and ($2::text[] is null or d.place = any ($2::text[]))
  and ($3::text[] is null or d.kind = any ($3::text[]))
  and case
    when d.until < $4::date then 'terlewat'
    when d.late_from <= $4::date then 'terlambat'
    when d.due <= $4::date then 'jatuh-tempo'
    else 'akan-datang'
  end = any ($5::text[])
  and ($6::date is null or (d.late_from, d.person, d.item) > ($6::date, $7::uuid, $8::integer))
order by d.late_from, d.person, d.item
limit $9
