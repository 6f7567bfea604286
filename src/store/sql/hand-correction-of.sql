select max(version) as version
from hand_correction
where environment = $1 and platform = $2 and subject_kind = $3 and subject_id = $4
