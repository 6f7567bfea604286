insert into meta (name, value) values ('master-key', $1) on conflict (name) do nothing
