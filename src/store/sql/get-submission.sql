select s.id, s.environment, s.source, s.request, s.submitter, s.received_at, s.byte_count, s.sealed_label, s.bytes_erased_at
from submission s
where s.id = $1 and s.environment = $2
