insert into site_version (version, imported_at, sealed_content) values ($1, $2, $3)
on conflict (version) do update set imported_at = excluded.imported_at, sealed_content = excluded.sealed_content
