-- The row stays locked until the end of the transaction; it is given back by itself when its holder dies.
insert into lease (name) values ($1) on conflict (name) do update set name = excluded.name
