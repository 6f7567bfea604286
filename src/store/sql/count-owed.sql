select subject_kind, state, reason, count(*) as debts
from owed
where environment = $1 and platform = $2
group by subject_kind, state, reason
order by subject_kind, state, reason
