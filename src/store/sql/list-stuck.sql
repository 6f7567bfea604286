-- The debts behind stuck-groups, one line each, by kind and id; see there. `leased` adds those a worker holds that the filter names by reason
-- or id, as state 'leased'. Place and date are those of the visit, of a person's newest visit there, or of the place itself.
with behind as (
  select distinct on (e.subject_kind, e.subject_id)
    e.environment, e.platform, e.subject_kind, e.subject_id, e.on_kind, e.on_id, p.state, p.reason, p.issues
  from owed_edge e
  left join owed p on p.environment = e.environment and p.platform = e.platform and p.subject_kind = e.on_kind and p.subject_id = e.on_id
    and p.state in ('held', 'parked', 'waiting')
  where e.environment = $1 and e.platform = $2
  order by e.subject_kind, e.subject_id, p.state is null, p.state = 'waiting', e.on_kind, e.on_id
),
stuck as (
  select o.subject_kind, o.subject_id, o.state, o.reason, o.issues, o.updated_at as since, o.state as own_state, o.reason as own_reason,
    o.attempts, o.not_before, null::text as on_kind, null::text as on_id, null::text as ref, null::text as also
  from owed o
  where o.environment = $1 and o.platform = $2 and o.state in ('waiting', 'held', 'parked') and o.reason <> 'menunggu-induk'
    and (o.state <> 'parked' or o.settled_version < o.owed_version)
  union all
  select o.subject_kind, o.subject_id, coalesce(b.state, o.state), coalesce(b.reason, o.reason), b.issues, o.updated_at, o.state, o.reason,
    o.attempts, o.not_before, b.on_kind, b.on_id, null, null
  from behind b
  join owed o on o.environment = b.environment and o.platform = b.platform and o.subject_kind = b.subject_kind and o.subject_id = b.subject_id
  where o.state = 'waiting' and o.reason = 'menunggu-induk'
  union all
  select o.subject_kind, o.subject_id, 'partial', coalesce(r.issues #>> '{0,code}', o.reason), coalesce(r.issues, o.issues), o.updated_at,
    o.state, o.reason, o.attempts, o.not_before, null, null, r.ref, o.reason
  from owed o
  left join owed_refusal r on r.environment = o.environment and r.platform = o.platform and r.subject_kind = o.subject_kind and r.subject_id = o.subject_id
  where o.environment = $1 and o.platform = $2 and o.state in ('waiting', 'held', 'parked') and o.reason <> 'menunggu-induk'
    and o.state = 'parked' and o.settled_version >= o.owed_version
  union all
  select o.subject_kind, o.subject_id, 'leased', coalesce(o.reason, ''), o.issues, o.updated_at, o.state, o.reason, o.attempts, o.not_before, null, null, null, null
  from owed o
  where $15::boolean and o.environment = $1 and o.platform = $2 and o.lease_owner is not null
    and (o.reason = any ($4::text[]) or o.subject_id = any ($11::text[]))
),
caused as (
  select s.*, jsonb_path_query_first(s.issues, '$[*].rule') #>> '{}' as rule
  from stuck s
  where (s.state = 'leased' or $3::text[] is null or s.state = any ($3)) and ($4::text[] is null or s.reason = any ($4) or s.also = any ($4))
),
page as (
  select distinct on (c.subject_kind, c.subject_id) c.*
  from caused c
  where ($5::text is null or c.rule = $5)
    and ($10::text[] is null or c.subject_kind = any ($10))
    and ($11::text[] is null or c.subject_id = any ($11))
    and (c.subject_kind, c.subject_id) > ($12::text, $13::text)
    and (
      ($6::text[] is null and $8::date is null and $9::date is null)
      or case c.subject_kind
        when 'visit' then exists (
          select 1 from visit v
          where v.id = c.subject_id::uuid and v.environment = $1
            and ($6 is null or v.place = any ($6)) and ($8 is null or v.visit_date >= $8) and ($9 is null or v.visit_date <= $9)
        )
        when 'patient' then exists (
          select 1 from visit v
          where v.person = c.subject_id::uuid and v.environment = $1
            and ($6 is null or v.place = any ($6)) and ($8 is null or v.visit_date >= $8) and ($9 is null or v.visit_date <= $9)
        )
        when 'episode' then exists (
          select 1 from visit v
          join episode e on e.person = v.person
          where e.id = split_part(c.subject_id, '.', 1)::uuid and v.environment = $1
            and ($6 is null or v.place = any ($6)) and ($8 is null or v.visit_date >= $8) and ($9 is null or v.visit_date <= $9)
        )
        when 'place' then $8 is null and $9 is null and c.subject_id = any ($6)
        else $8 is null and $9 is null and c.subject_id = any ($7::text[])
      end
    )
  order by c.subject_kind, c.subject_id, c.state = 'leased', c.state, c.reason, c.ref
  limit $14
)
select p.*, case p.subject_kind when 'place' then p.subject_id else coalesce(v.place, w.place) end as place,
  coalesce(v.visit_date, w.visit_date) as date
from page p
left join visit v on v.id = case p.subject_kind when 'visit' then p.subject_id::uuid end
left join lateral (
  select n.place, n.visit_date from visit n
  where n.environment = $1 and n.person = case p.subject_kind
      when 'patient' then p.subject_id::uuid
      when 'episode' then (select e.person from episode e where e.id = split_part(p.subject_id, '.', 1)::uuid)
    end
    and ($6 is null or n.place = any ($6))
  order by n.visit_date desc, n.id desc
  limit 1
) w on true
order by p.subject_kind, p.subject_id
