-- What a person looks at, grouped by cause. A debt that waits for its parents stands under the worst of them: held or parked before waiting;
-- one whose parents are all under way stands for itself. Parked though settled means `partial`: each part that the platform refused is a cause,
-- by the code of its refusal; the debt's own reason finds it too.
-- The parts of `stuck` and the filter are those of list-stuck; they change together.
with behind as (
  select distinct on (e.platform, e.subject_kind, e.subject_id)
    e.environment, e.platform, e.subject_kind, e.subject_id, p.state, p.reason, p.issues
  from owed_edge e
  left join owed p on p.environment = e.environment and p.platform = e.platform and p.subject_kind = e.on_kind and p.subject_id = e.on_id
    and p.state in ('held', 'parked', 'waiting')
  where e.environment = $1 and e.platform = any ($2::text[])
  order by e.platform, e.subject_kind, e.subject_id, p.state is null, p.state = 'waiting', e.on_kind, e.on_id
),
stuck as (
  select o.platform, o.subject_kind, o.subject_id, o.state, o.reason, o.issues, o.updated_at as since, null::text as also
  from owed o
  where o.environment = $1 and o.platform = any ($2::text[]) and o.state in ('waiting', 'held', 'parked') and o.reason <> 'menunggu-induk'
    and (o.state <> 'parked' or o.settled_version < o.owed_version)
  union all
  select o.platform, o.subject_kind, o.subject_id, coalesce(b.state, o.state), coalesce(b.reason, o.reason), b.issues, o.updated_at, null
  from behind b
  join owed o on o.environment = b.environment and o.platform = b.platform and o.subject_kind = b.subject_kind and o.subject_id = b.subject_id
  where o.state = 'waiting' and o.reason = 'menunggu-induk'
  union all
  select o.platform, o.subject_kind, o.subject_id, 'partial', coalesce(r.issues #>> '{0,code}', o.reason), coalesce(r.issues, o.issues),
    o.updated_at, o.reason
  from owed o
  left join owed_refusal r on r.environment = o.environment and r.platform = o.platform and r.subject_kind = o.subject_kind and r.subject_id = o.subject_id
  where o.environment = $1 and o.platform = any ($2::text[]) and o.state in ('waiting', 'held', 'parked') and o.reason <> 'menunggu-induk'
    and o.state = 'parked' and o.settled_version >= o.owed_version
),
caused as (
  select s.platform, s.subject_kind, s.subject_id, s.state, s.reason, jsonb_path_query_first(s.issues, '$[*].rule') #>> '{}' as rule, s.since
  from stuck s
  where ($3::text[] is null or s.state = any ($3)) and ($4::text[] is null or s.reason = any ($4) or s.also = any ($4))
)
select c.platform, c.state, c.reason, c.rule, c.subject_kind, count(distinct c.subject_id) as debts, min(c.since) as since
from caused c
where ($5::text is null or c.rule = $5)
  and ($10::text[] is null or c.subject_kind = any ($10))
  and ($11::text[] is null or c.subject_id = any ($11))
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
group by c.platform, c.state, c.reason, c.rule, c.subject_kind
order by c.platform, c.state, c.reason, c.rule nulls first, c.subject_kind
