-- Ids of all visits of an environment, for reports over a small store.
select id from visit where environment = $1 and retracted_at is null order by created_at, id
