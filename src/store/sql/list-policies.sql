select puskesmas, content from policy order by puskesmas
