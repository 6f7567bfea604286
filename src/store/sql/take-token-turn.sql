-- The turn is taken by one process only; it ends by itself when that process dies.
insert into facility_token as t (environment, organization, mark, asked_until) values ($1, $2, $3, $5)
on conflict (organization, environment) do update
set mark = excluded.mark, asked_until = excluded.asked_until, sealed_token = null, use_until = null,
  rejections = case t.mark when excluded.mark then t.rejections else 0 end,
  rejected_until = case t.mark when excluded.mark then t.rejected_until end
where coalesce(t.asked_until, '-infinity') <= $4 and coalesce(t.refused_until, '-infinity') <= $4
  and (t.mark <> excluded.mark or (coalesce(t.use_until, '-infinity') <= $4 and coalesce(t.rejected_until, '-infinity') <= $4))
