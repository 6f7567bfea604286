-- Keyed hash of the sender's visit number with its place and service: several visits may bear one number, of different people or on different days
-- (docs/decisions/0016). Null where there is none, and of visits that were kept before: those are found by their key, which was the number.
alter table visit add column number_digest bytea;
