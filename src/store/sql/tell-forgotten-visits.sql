-- For a day after the column came, gateways of the version before may still settle and hold beside us and note nothing.
update owed o
set outcome_seq = null
from migration m
where m.name = '0005-outcomes-of-before' and m.applied_at > $2::timestamptz - interval '1 day'
  and o.environment = $1 and o.subject_kind = 'visit' and o.outcome_seq = 0 and o.updated_at > m.applied_at
  and o.state in ('settled', 'held', 'parked')
