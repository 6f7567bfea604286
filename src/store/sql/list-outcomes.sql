-- One statement is one snapshot: what is told of a row is what was so when its line got its number, or a later line tells the rest.
with counter as materialized (
  -- A cursor of another epoch, or beyond the last number, was given by a state of the database that is gone: everything is told again.
  select c.epoch, c.last, coalesce(c.epoch = $2::uuid and $3::bigint <= c.last + 1, false) as known
  from outcome_counter c
  where c.environment = $1
),
line as materialized (
  (
    select l.seq, l.reading, l.part, l.size, null::uuid as visit
    from outcome l
    where l.environment = $1 and l.seq >= (select case when c.known then $3::bigint else 0 end from counter c)
    order by l.seq
    limit $6
  )
  union all
  (
    select o.outcome_seq, null, null, 1, o.subject_id::uuid
    from owed o
    where o.environment = $1 and o.outcome_seq > 0 and o.outcome_seq >= (select case when c.known then $3::bigint else 0 end from counter c)
    order by o.outcome_seq
    limit $6
  )
  order by seq
  limit $6
),
-- What concerns whoever asks: a batch, or the rows of a visit one by one; below only where their reading is the one that stands (toStandingReading).
concerned as (
  select l.seq, l.reading, l.part as first, l.size
  from line l
  where l.visit is null
  union all
  select l.seq, r.reading, r.position, 1
  from line l
  join visit v on v.id = l.visit
  cross join lateral (
    with recursive alias as (
      select v.person as id
      union
      select m.id from alias a cross join lateral (select p.id from person p where p.merged_into = a.id offset 0) m
    )
    select id from alias
  ) a
  join source_row r on r.person = a.id and r.visit = v.id
),
own as (
  select c.seq, c.reading, greatest(c.first, after.first) as first, c.first + c.size - greatest(c.first, after.first) as size, mine.is_mine
  from concerned c
  join reading g on g.id = c.reading
  join submission s on s.id = g.submission
  cross join lateral (
    select case when k.known and c.seq = $3 and c.reading = $4::uuid then $5::bigint + 1 else 0 end as first,
      coalesce(k.known and c.seq = $3 and c.reading < $4::uuid, false) as told
    from counter k
  ) after
  cross join lateral (
    select s.submitter = $8 or exists (select 1 from submission_sender h where h.submission = s.id and h.submitter = $8) as is_mine
  ) mine
  where not after.told
    and (mine.is_mine or ($9::boolean and ($10::text is null or s.request ->> 'within' = $10 or exists (
      select 1
      from source_row r
      join visit v on v.id = r.visit
      where r.reading = c.reading and r.position >= c.first and r.position < c.first + c.size and v.place = any ($11::text[])
    ))))
    and g.state <> 'refused' and not (g.state = 'reading' and strpos(g.tables_version, '.karantina') > 0)
    and not exists (
      select 1 from reading n
      where n.submission = g.submission and (n.started_at, n.id) > (g.started_at, g.id)
        and n.state <> 'refused' and not (n.state = 'reading' and strpos(n.tables_version, '.karantina') > 0)
    )
),
counted as (
  select o.seq, o.reading, o.first, o.size, o.is_mine, (sum(o.size) over (order by o.seq, o.reading, o.first) - o.size)::bigint as before
  from own o
  where o.size > 0
),
chosen as (
  select seq, reading, first, is_mine, least(size, $7::integer - before) as size from counted where before < $7::integer
),
entry as (
  select c.seq, c.is_mine, g.submission, s.source, s.request ->> 'within' as within, r.reading, r.position, r.line, r.path, r.status, r.reason, r.heading, r.issues,
    p.erased_at is not null as erased, v.id as visit, v.place, v.retracted_at, v.retracted_reason
  from chosen c
  join reading g on g.id = c.reading
  join submission s on s.id = g.submission
  join source_row r on r.reading = c.reading and r.position >= c.first and r.position < c.first + c.size
  left join person p on p.id = r.person
  left join visit v on v.id = r.visit and p.erased_at is null
)
select h.*, e.submission, e.source, e.line, e.path, e.position, e.status, e.reason, e.heading, e.issues, e.erased, e.visit, e.retracted_at, e.retracted_reason, d.debts
from (
  select c.epoch, c.known,
    (select count(*) from line) as lines,
    (select max(seq) from line) as last_line,
    (select coalesce(sum(size), 0)::bigint from chosen) as chosen,
    t.seq as last_seq, t.reading as last_reading, t.first + t.size - 1 as last_position
  from counter c
  left join (select seq, reading, first, size from chosen order by seq desc, reading desc, first desc limit 1) t on true
) h
left join entry e on e.is_mine or $10::text is null or e.within = $10 or e.place = any ($11::text[])
left join lateral (
  select jsonb_agg(jsonb_build_object(
    'platform', o.platform, 'state', o.state, 'reason', o.reason, 'issues', o.issues,
    'owed', o.owed_version, 'settled', o.settled_version, 'at', coalesce(o.settled_at, u.learned_at),
    'encounter', u.platform_id, 'patient', o.settled_for, 'stuck', stuck.parent
  ) order by o.platform) as debts
  from owed o
  left join upstream u on u.ref = 'visit/' || o.subject_id and u.platform = o.platform and u.environment = o.environment
  left join lateral (
    select jsonb_build_object('kind', p.subject_kind, 'state', p.state, 'reason', p.reason, 'issues', p.issues) as parent
    from owed_edge b
    join owed p on p.subject_id = b.on_id and p.subject_kind = b.on_kind and p.platform = b.platform and p.environment = b.environment
    where o.state = 'waiting' and o.reason = 'menunggu-induk'
      and b.subject_id = o.subject_id and b.subject_kind = o.subject_kind and b.platform = o.platform and b.environment = o.environment
      and p.reason <> all ($12::text[])
    order by p.state not in ('held', 'parked'), b.on_kind, b.on_id
    limit 1
  ) stuck on true
  where o.environment = $1 and o.subject_kind = 'visit' and o.subject_id = e.visit::text
) d on true
order by e.seq, e.reading, e.position
