-- Outside a transaction: debts are settled while the index is made.
drop index concurrently if exists upstream_visit;
-- Serves save-upstream: what a platform holds belongs to one visit of ours, however it was found.
-- Unique beside the version before: it adopts only what bears the number of the visit itself (docs/decisions/0003).
create unique index concurrently upstream_visit on upstream (platform_id, platform, environment) where ref like 'visit/%' and ref not like 'visit/%/%';
