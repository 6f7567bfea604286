-- Outside a transaction: debts are delivered while the index is made.
drop index concurrently if exists owed_untold;
-- Serves number-outcomes: which visits changed since senders heard of them.
create index concurrently owed_untold on owed (updated_at, environment) where outcome_seq is null;
