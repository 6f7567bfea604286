-- The gravest first, of equal ones the oldest. What is sangat-terbatas stands in no list.
select w.id, w.person, w.state, w.found_late, w.first_seen_at, w.withdrawn_at, w.withdrawn_why, w.acknowledged_by, w.acknowledged_at,
  w.withdrawal_seen_at, w.sealed_content, p.sealed_key, array_position(array['merah', 'jingga', 'kuning', 'info'], w.level) as rank
from warning w
join person p on p.id = w.person
where w.environment = $1 and w.kerahasiaan <> 'sangat-terbatas' and p.sealed_key is not null
  and w.state = any ($2::text[])
  and ($3::text[] is null or w.place = any ($3::text[]))
  -- What happened long ago and became known since counts as new.
  and ($4::date is null or w.opened >= $4::date or w.first_seen_at >= $5::timestamptz or w.withdrawn_at >= $5::timestamptz)
  and (not $6::boolean or (w.state = 'ditarik' and w.acknowledged_at is not null and w.withdrawal_seen_at is null))
  and (
    $7::integer is null
    or (array_position(array['merah', 'jingga', 'kuning', 'info'], w.level), w.opened, w.id) > ($7::integer, $8::date, $9::uuid)
  )
order by rank, w.opened, w.id
limit $10
