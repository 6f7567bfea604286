-- The row stays locked until the end of the transaction: changes are counted in the order in which they are seen.
insert into facility_version (environment, version) values ($1, 1)
on conflict (environment) do update set version = facility_version.version + 1
