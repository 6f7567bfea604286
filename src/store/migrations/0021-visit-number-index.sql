-- Outside a transaction: visits are kept while the index is made.
drop index concurrently if exists visit_number;
-- Serves find-visits: all visits of one number.
create index concurrently visit_number on visit (number_digest) where number_digest is not null;
