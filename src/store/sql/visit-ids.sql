-- Ids of all visits of an environment, for reports over a small store.
select id from visit where environment = $1 order by created_at, id
