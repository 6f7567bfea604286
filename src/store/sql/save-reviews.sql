-- A pair is asked once. Further reasons are added while it is open; what was decided stays decided.
insert into person_review (id, environment, one, other, reasons, state, found_at)
select g.id, $5, g.one, g.other, g.reasons, 'open', $6
from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::jsonb[]) as g (id, one, other, reasons)
order by g.one, g.other
on conflict (one, other) do update
set reasons = (
  select jsonb_agg(distinct reason order by reason)
  from jsonb_array_elements_text(person_review.reasons || excluded.reasons) as reason
)
where person_review.state = 'open' and not person_review.reasons @> excluded.reasons
