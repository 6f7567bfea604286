-- Outside a transaction: debts are delivered while the index is made.
drop index concurrently if exists owed_lane;
-- Serves claim-owed: the next debts of each lane, so that one facility with ten thousand stands in nobody's way.
create index concurrently owed_lane on owed (environment, platform, lane, due) where due < 'infinity';
