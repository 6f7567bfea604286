create table if not exists lease (
  name text primary key,
  owner text,
  until timestamptz
);
create table if not exists migration (
  name text primary key,
  checksum text not null,
  applied_at timestamptz not null
);
