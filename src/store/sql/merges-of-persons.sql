select m.id, m.merged, m.survivor, m.forced, m.merged_at, m.merged_by, m.undone_at, m.undone_by
from person_merge m
where (m.merged = any ($1::uuid[]) or m.survivor = any ($1::uuid[])) and m.environment = $2
order by m.merged_at, m.id
