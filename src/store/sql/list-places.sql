select code, content from place where removed_at is null order by code
