update warning
set acknowledged_by = case when state = 'ditarik' then acknowledged_by else coalesce(acknowledged_by, $3) end,
  acknowledged_at = case when state = 'ditarik' then acknowledged_at else coalesce(acknowledged_at, $4) end,
  withdrawal_seen_at = case when state = 'ditarik' then coalesce(withdrawal_seen_at, $4) end
where id = $1 and environment = $2 and kerahasiaan <> 'sangat-terbatas' and ($5::text[] is null or place = any ($5::text[]))
