insert into owed
select o.* from real_owed o join unnest($1::text[], $2::text[]) as g (subject_kind, subject_id) on o.subject_id = g.subject_id and o.subject_kind = g.subject_kind
on conflict do nothing
