-- Outside a transaction: files are read while the index is made.
drop index concurrently if exists reading_quarantined;
-- Serves list-quarantined: files with rows that other tables might read.
create index concurrently reading_quarantined on reading (started_at, id) where state = 'finished' and counts ->> 'quarantined' <> '0';
