-- A person or visit with all its parts (`visit/<id>/<resource>`, `patient/<id>/...`): some of them tell the number of the person at the platform.
-- No index serves this: it reads the table once, which an erasure may.
delete from upstream
where split_part(ref, '/', 1) || '/' || split_part(ref, '/', 2) = any ($1::text[])
