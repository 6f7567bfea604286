-- Outside a transaction: debts are delivered while the index is made.
drop index concurrently if exists owed_outcome;
-- Serves list-outcomes: which visits came after a cursor.
-- Unique beside the version before: it writes no numbers.
create unique index concurrently owed_outcome on owed (outcome_seq, environment) where outcome_seq > 0;
