delete from upstream
where ref = any ($1::text[])
