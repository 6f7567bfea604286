-- Whoever runs this holds the counter (hold-outcome-counter), so numbers are given in the order in which they become visible. What an open
-- transaction has changed again is left to the next time: with the number it would get now, that change could be jumped over.
with batch as (
  select reading, part, changed_at from outcome where environment = $1 and seq is null order by changed_at limit $3 for update skip locked
),
debt as (
  select platform, subject_kind, subject_id, updated_at from owed where environment = $1 and outcome_seq is null order by updated_at limit $3 for update skip locked
),
fresh as (
  select *, row_number() over (order by at, reading nulls last, part, subject_id, platform) as nth
  from (
    select changed_at as at, reading, part, null as platform, null as subject_kind, null as subject_id from batch
    union all
    select updated_at, null, null, platform, subject_kind, subject_id from debt
  ) changed
  order by nth
  limit $3
),
batches as (
  update outcome o set seq = $2::bigint + f.nth from fresh f where o.reading = f.reading and o.part = f.part
),
debts as (
  update owed o set outcome_seq = $2::bigint + f.nth
  from fresh f
  where o.environment = $1 and o.platform = f.platform and o.subject_kind = f.subject_kind and o.subject_id = f.subject_id
)
update outcome_counter
set last = $2::bigint + (select count(*) from fresh)
where environment = $1
returning (select count(*) from fresh) as given
