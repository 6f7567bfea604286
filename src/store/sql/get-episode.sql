select e.id, e.person, e.kind, e.from_date, e.basis, e.delivered, e.to_date, e.ending, e.gone_at is not null as gone
from episode e
where e.id = $1::uuid and e.environment = $2
