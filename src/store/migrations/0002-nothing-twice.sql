-- Only adds: gateways of the version before this one go on working on the new schema while they are exchanged one by one.

-- A visit that none of its rows gives any more (tables were fixed, a row was taken back) is retracted, never deleted: what platforms know of it is owed its end.
alter table visit add column retracted_at timestamptz;
alter table visit add column retracted_reason text;

-- The number a visit bears at the platform, fixed when its first message leaves: whatever is corrected later, it is looked for under this one.
alter table owed add column number text;

-- Parts of a subject that a platform refused as they are: left out until they change or a person redrives the debt.
create table owed_refusal (
  environment text not null check (environment in ('simulasi', 'staging', 'produksi')),
  platform text not null,
  subject_kind text not null,
  subject_id text not null,
  ref text not null,
  hash text not null,
  issues jsonb not null,
  refused_at timestamptz not null,
  primary key (subject_id, subject_kind, platform, environment, ref)
);

-- What a person has told the way out to a platform. No row: running. Draining takes only what was due at `since`, paused takes nothing.
create table platform_state (
  environment text not null check (environment in ('simulasi', 'staging', 'produksi')),
  platform text not null,
  state text not null check (state in ('running', 'draining', 'paused')),
  since timestamptz not null,
  set_by text not null,
  reason text,
  primary key (platform, environment)
);

-- A sender's own key for a request, with the answer it got: the same request again gets the same answer. The digest covers environment and submitter.
create table idempotency (
  key_digest bytea primary key,
  environment text not null check (environment in ('simulasi', 'staging', 'produksi')),
  request_digest bytea not null,
  submission uuid not null references submission (id),
  http_status integer,
  sealed_answer bytea,
  created_at timestamptz not null
);
-- Serves drop-idempotency: keys whose time has run.
create index idempotency_created on idempotency (created_at);

-- Work done by one process at a time, whoever comes first when it is due.
create table schedule (
  environment text not null check (environment in ('simulasi', 'staging', 'produksi')),
  name text not null,
  lease_owner text,
  lease_until timestamptz,
  last_started_at timestamptz,
  last_finished_at timestamptz,
  last_result text,
  next_at timestamptz not null,
  primary key (name, environment)
);

-- What senders may want to hear of: verdicts of a batch of rows (`rows`: reading and first position), and what became of a visit at a platform.
-- One line a thing: a later change moves it to the end. `seq` is given under the lock of `outcome_counter`, so that who reads on misses nothing.
create table outcome (
  environment text not null check (environment in ('simulasi', 'staging', 'produksi')),
  kind text not null check (kind in ('rows', 'visit')),
  id text not null,
  part bigint not null default 0,
  changed_at timestamptz not null,
  seq bigint,
  primary key (id, part, kind, environment)
);
-- Serves list-outcomes: what came after a cursor.
create unique index outcome_seq on outcome (seq, environment) where seq is not null;
-- Serves number-outcomes: what has no number yet.
create index outcome_fresh on outcome (environment, changed_at) where seq is null;

create table outcome_counter (
  environment text primary key check (environment in ('simulasi', 'staging', 'produksi')),
  last bigint not null
);
