-- Outside a transaction: debts are delivered while the index is made.
drop index concurrently if exists owed_number;
-- Serves begin-sending: two visits never bear one number at a platform.
-- Unique beside the version before: it writes no numbers.
create unique index concurrently owed_number on owed (number, platform, environment) where number is not null;
