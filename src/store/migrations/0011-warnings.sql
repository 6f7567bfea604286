-- Early warnings: one row a warning a person has to act on, however many visits show it. Nothing in clear tells what was measured, and of what
-- only named officers may see not even the code stands here: findings, text and evidence are sealed under the person's key.
create table warning (
  id uuid primary key,
  environment text not null check (environment in ('simulasi', 'staging', 'produksi')),
  person uuid not null references person (id),
  -- Null where it is sangat-terbatas: the code would tell the secret.
  code text,
  place text not null,
  level text not null check (level in ('merah', 'jingga', 'kuning', 'info')),
  kerahasiaan text not null check (kerahasiaan in ('umum', 'terbatas', 'sangat-terbatas')),
  opened date not null,
  latest date not null,
  closed date,
  state text not null check (state in ('terbuka', 'selesai', 'ditarik')),
  found_late boolean not null,
  first_seen_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_why text,
  -- The rules that decided, each with its version.
  rules jsonb not null,
  sealed_content bytea not null,
  acknowledged_by text,
  acknowledged_at timestamptz,
  -- Whoever had acknowledged a warning that is withdrawn has to be told, and says so.
  withdrawal_seen_at timestamptz,
  updated_at timestamptz not null
);
-- Serves warnings-of-persons and erase-warnings.
create index warning_person on warning (person);
-- Serves list-warnings: what stands for the places of whoever asks.
create index warning_place on warning (environment, place, opened);
