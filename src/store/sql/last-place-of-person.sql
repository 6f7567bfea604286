-- Of somebody all of whose visits were taken back, too: whoever was told of them has to be told.
select v.place from visit v where v.person = $1 and v.environment = $2 order by v.visit_date desc, v.id desc limit 1
