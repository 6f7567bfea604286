-- Of these the ones that the platform was never seen to know and is owed.
select o.subject_kind, o.subject_id
from owed o
join unnest($3::text[], $4::text[]) as g (subject_kind, subject_id) on o.subject_kind = g.subject_kind and o.subject_id = g.subject_id
where o.environment = $1 and o.platform = $2 and o.settled_version = 0
order by o.subject_kind, o.subject_id
