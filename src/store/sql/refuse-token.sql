-- $6: SATUSEHAT makes whoever failed wait a minute, whatever is asked with next. $4: until when this is not asked again.
insert into facility_token as t (environment, organization, mark, refused_until, refused_why, rejections, rejected_until)
values ($1, $2, $3, $6, $5, case $5 when 'ditolak' then 1 else 0 end, case $5 when 'ditolak' then $4::timestamptz end)
on conflict (organization, environment) do update
set asked_until = null, sealed_token = null, use_until = null, refused_until = excluded.refused_until, refused_why = excluded.refused_why,
  rejections = t.rejections + excluded.rejections, rejected_until = coalesce(excluded.rejected_until, t.rejected_until)
where t.mark = excluded.mark
returning t.rejections
