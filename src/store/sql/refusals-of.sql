select issues
from owed_refusal
where environment = $1 and platform = $2 and subject_kind = $3 and subject_id = $4 and ref = any ($5::text[])
order by ref
