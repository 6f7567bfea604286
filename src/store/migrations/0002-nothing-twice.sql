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

-- A sender's own key for a request, with the answer it got: the same request again gets the same answer. The digest covers environment and
-- submitter. The row is made before the submission it stands for and answered before the same transaction ends: whoever sees it sees the answer.
create table idempotency (
  key_digest bytea primary key,
  environment text not null check (environment in ('simulasi', 'staging', 'produksi')),
  request_digest bytea not null,
  submission uuid references submission (id),
  http_status integer,
  sealed_answer bytea,
  created_at timestamptz not null
);
-- Serves drop-idempotency: keys whose time has run.
create index idempotency_created on idempotency (created_at);

-- Who else has handed in the bytes of a submission: they may ask what became of it, as the first sender may.
create table submission_sender (
  submission uuid not null references submission (id),
  submitter text not null,
  first_at timestamptz not null,
  primary key (submission, submitter)
);

-- Work done by one process at a time, whoever comes first when it is due. Whoever holds the lease names `lease_no` in what it does: a process
-- that lost its turn changes nothing any more. `every_ms` stands here so that whoever looks from outside can tell what is late.
create table schedule (
  environment text not null check (environment in ('simulasi', 'staging', 'produksi')),
  name text not null,
  every_ms bigint not null,
  known_since timestamptz not null,
  lease_owner text,
  lease_until timestamptz,
  lease_no integer not null default 0,
  last_started_at timestamptz,
  last_finished_at timestamptz,
  last_success_at timestamptz,
  last_result text,
  next_at timestamptz not null,
  primary key (name, environment)
);

-- What senders may want to hear of: the verdicts of a batch of rows, by its first position and size. What became of a visit at a platform stands
-- with its debt (owed.outcome_seq). One line a thing: a later change moves it to the end. Numbers are given under the lock of `outcome_counter`
-- when somebody asks, so that who reads on misses nothing; null: changed since.
create table outcome (
  environment text not null check (environment in ('simulasi', 'staging', 'produksi')),
  reading uuid not null,
  part bigint not null,
  size integer not null,
  changed_at timestamptz not null,
  seq bigint,
  primary key (reading, part)
);
-- Serves list-outcomes: what came after a cursor.
create unique index outcome_seq on outcome (seq, environment) where seq is not null;
-- Serves number-outcomes: what has no number yet.
create index outcome_fresh on outcome (changed_at, environment) where seq is null;

-- The last number given. `epoch` is in every cursor: a restored database has another one, so that cursors of the time after the backup are known as such.
create table outcome_counter (
  environment text primary key check (environment in ('simulasi', 'staging', 'produksi')),
  epoch uuid not null,
  last bigint not null
);

-- When a platform took the settled version, and the number of the person under which it did.
alter table owed add column settled_at timestamptz;
alter table owed add column settled_for text;

-- Where a visit's debt stands among the outcomes. 0: senders heard of it with the row; null: it changed since they heard.
alter table owed add column outcome_seq bigint default 0;

-- Generations of the key that signs receipts. The private key follows from the master key and the generation and stands nowhere;
-- public keys stay here, whatever becomes of the master key, so that old receipts can be verified.
create table signing_key (
  environment text not null check (environment in ('simulasi', 'staging', 'produksi')),
  generation integer not null,
  kid text not null,
  public_jwk jsonb not null,
  created_at timestamptz not null,
  retired_at timestamptz,
  primary key (generation, environment)
);

-- SHA-256 over the verdicts of a finished reading, computed when it is first asked for.
alter table reading add column verdict_digest text;
