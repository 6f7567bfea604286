-- In one order, so that two processes that use the same keys wait for each other and never in a ring.
insert into idempotency (key_digest, environment, request_digest, created_at)
select g.key_digest, $3, g.request_digest, $4
from unnest($1::bytea[], $2::bytea[]) as g (key_digest, request_digest)
order by g.key_digest
on conflict (key_digest) do nothing
returning key_digest
