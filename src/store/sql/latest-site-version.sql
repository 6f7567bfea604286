select version from site_version order by imported_at desc limit 1
