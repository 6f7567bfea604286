-- What is known of limits that platforms keep and do not publish: one row a credential, `*` for all credentials of a platform together.
create table quota (
  environment text not null check (environment in ('simulasi', 'staging', 'produksi')),
  platform text not null,
  credential text not null,
  -- Whoever writes names the version it has seen.
  version integer not null,
  state jsonb not null,
  updated_at timestamptz not null,
  primary key (environment, platform, credential)
);
-- For whom a debt leaves: the puskesmas whose credential speaks for it. Debts of before stand in one lane together.
alter table owed add column lane text not null default '';
