-- $2: states; $3: one of them; $4: places, or null for any; ($5, $6): the last of the page before.
select i.id, i.platform, i.kind, i.subject_kind, i.subject_id, i.state, i.found_at, i.repaired_at, i.parts, i.closed_at, i.closed_by,
  i.sealed_facts, i.sealed_note, v.place, to_char(v.visit_date, 'YYYY-MM-DD') as visit_date,
  u.platform_id as now_under
from incident i
left join visit v on v.id = case i.subject_kind when 'visit' then i.subject_id::uuid end
-- The record it was taken back from is ended before the right one need be known.
left join upstream u on i.subject_kind = 'visit' and u.ref = 'visit/' || i.subject_id || '/pasien' and u.platform = i.platform and u.environment = i.environment
where i.environment = $1 and i.state = any ($2::text[]) and ($3::uuid is null or i.id = $3) and ($4::text[] is null or v.place = any ($4))
  and ($5::timestamptz is null or (i.found_at, i.id) < ($5, $6::uuid))
order by i.found_at desc, i.id desc
limit $7
