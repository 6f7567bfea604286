select m.id, m.survivor, m.merged_at, m.merged_by, m.sealed_merge
from person_merge m
where m.merged = $1 and m.environment = $2 and m.undone_at is null
for update
