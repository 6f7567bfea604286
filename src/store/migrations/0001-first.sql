-- Longer than 200 lines because the first schema is one decision: split, its parts could not be read against each other.
-- Everything Titian keeps. Plain SQL: no triggers, no plpgsql, no sequences, so that any PostgreSQL can hold it.
-- Clear text in these tables is never a name, a NIK, a birth date, an address or free text; columns called sealed_* hold those,
-- columns called *_digest and person_index hold keyed hashes. Ids are UUIDv7, but for person and visit, which are random.

-- What the database knows about itself: which master key it needs.
create table meta (
  name text primary key,
  value text not null
);

-- Jejaring: one row a place, the newest import. `content` is the place as imported, without its staff.
create table place (
  code text primary key,
  kind text not null,
  name text not null,
  parent text,
  zone text not null,
  content jsonb not null,
  digest bytea not null,
  updated_at timestamptz not null,
  removed_at timestamptz
);

-- The nakes who answer for a place, dated. Names, NIK and IHS numbers are sealed.
create table staff (
  place text not null references place (code),
  ordinal integer not null,
  from_date date,
  to_date date,
  sealed_responsible bytea not null,
  primary key (place, ordinal)
);

-- What the head of a puskesmas has decided.
create table policy (
  puskesmas text primary key,
  content jsonb not null
);

-- Every import of the site, whole, so that an auditor can see which version decided on a day.
create table site_version (
  version text primary key,
  imported_at timestamptz not null,
  sealed_content bytea not null
);

-- Pendaftaran: the register of sasaran, dated. Entries that vanish from an import are marked, never deleted.
create table enrolment (
  id uuid primary key,
  digest bytea not null,
  person_digest bytea not null,
  sealed_person bytea not null,
  category text not null,
  place text not null,
  domicile text,
  from_date date not null,
  to_date date,
  reason_out text,
  site_version text not null,
  removed_at timestamptz
);
-- Serves save-enrolments: the same entry again is no new entry.
create unique index enrolment_digest on enrolment (digest);

-- What came, keyed by its content, the source that reads it and what the request said beside it.
create table submission (
  id uuid primary key,
  environment text not null check (environment in ('simulasi', 'staging', 'produksi')),
  identity_digest bytea not null,
  source text not null,
  request jsonb not null,
  submitter text not null,
  received_at timestamptz not null,
  byte_count bigint not null,
  sealed_label bytea,
  bytes_erased_at timestamptz
);
-- Serves insert-submission: the same bytes again are the same submission, also when two processes receive them at once.
create unique index submission_identity on submission (identity_digest);

-- The bytes as they came, in sealed pieces of at most 1 MiB, so that a large file never stands in memory.
create table submission_chunk (
  submission uuid not null,
  ordinal integer not null,
  sealed_bytes bytea not null,
  primary key (submission, ordinal)
);
-- Sealed bytes are compressed before; a second try by the database only costs time.
alter table submission_chunk alter column sealed_bytes set storage external;

-- A submission read with one version of the tables. The cursor counts the rows that are stored.
create table reading (
  id uuid primary key,
  submission uuid not null references submission (id),
  tables_version text not null,
  state text not null check (state in ('reading', 'finished', 'refused')),
  cursor bigint not null default 0,
  counts jsonb not null default '{}',
  issues jsonb not null default '[]',
  lease_owner text,
  lease_until timestamptz,
  started_at timestamptz not null,
  finished_at timestamptz
);
-- Serves insert-reading: same bytes and same tables are one reading.
create unique index reading_tables on reading (submission, tables_version);
-- Serves claim-readings: what a dead process left unfinished.
create index reading_unfinished on reading (lease_until) where state = 'reading';

-- The verdict on each row of a reading, and its cells as they were written, sealed.
create table source_row (
  reading uuid not null references reading (id),
  position bigint not null,
  line integer,
  path text,
  status text not null check (status in ('accepted', 'warning', 'quarantined', 'skipped')),
  reason text,
  heading boolean not null,
  issues jsonb,
  content_digest bytea,
  sealed_cells bytea,
  person uuid,
  visit uuid,
  primary key (reading, position)
);
-- Serves erase-rows and rows-of-visit.
create index source_row_person on source_row (person) where person is not null;

-- A person: an id given once, and an identity sealed under the person's own key. Without the key nothing about the person can be read.
create table person (
  id uuid primary key,
  environment text not null check (environment in ('simulasi', 'staging', 'produksi')),
  version integer not null,
  sealed_key bytea,
  sealed_identity bytea,
  merged_into uuid references person (id),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  erased_at timestamptz
);
-- Serves aliases-of: who was merged into a person.
create index person_merged on person (merged_into) where merged_into is not null;

-- Blind indexes: keyed hashes by which a person is found again.
create table person_index (
  kind text not null,
  digest bytea not null,
  person uuid not null references person (id),
  primary key (digest, kind, person)
);
-- Serves drop-person-index: corrections of an identity, and erasing.
create index person_index_person on person_index (person);

-- Whoever looks for a person holds these rows until the commit, so that two processes never invent the same person twice.
-- Only locks stand here, hence unlogged: a crash empties it and loses nothing.
create unlogged table identity_claim (
  digest bytea primary key
);

-- People who were erased: applied again after every restore.
create table erasure (
  person uuid primary key,
  erased_at timestamptz not null,
  reason text not null
);

-- One contact of one person with a place on a day, as it stands now. `facts` is a compact array without free text.
create table visit (
  id uuid primary key,
  environment text not null check (environment in ('simulasi', 'staging', 'produksi')),
  key_digest bytea not null,
  version integer not null,
  person uuid not null references person (id),
  sex text,
  age_days integer,
  domicile text,
  place text not null,
  visit_date date not null,
  date_estimated boolean not null,
  service text not null,
  life_stage text not null,
  recorder text not null,
  verified boolean not null,
  duty text not null,
  kerahasiaan text not null check (kerahasiaan in ('umum', 'terbatas', 'sangat-terbatas')),
  versions jsonb not null,
  facts jsonb not null,
  content_digest bytea not null,
  reading uuid,
  sealed_visit bytea,
  sealed_bundle bytea,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
-- Serves find-visits, and decides when two processes make the same visit at once.
create unique index visit_key on visit (key_digest);
-- Serves visits-of-person and erase-visits.
create index visit_person on visit (person, visit_date);

-- What a visit was before it was corrected.
create table visit_version (
  visit uuid not null references visit (id),
  version integer not null,
  verified boolean not null,
  kerahasiaan text not null,
  versions jsonb not null,
  facts jsonb not null,
  content_digest bytea not null,
  reading uuid,
  sealed_visit bytea,
  sealed_bundle bytea,
  kept_at timestamptz not null,
  primary key (visit, version)
);

-- What a platform should know: desired state, not messages. `due` is when the debt may be taken next: while it is leased, the end of the
-- lease; infinity while it waits for an event or a person. `not_before` is the earliest it may ever go: no visit is sent before it has ended.
create table owed (
  environment text not null check (environment in ('simulasi', 'staging', 'produksi')),
  platform text not null,
  subject_kind text not null,
  subject_id text not null,
  owed_version integer not null,
  settled_version integer not null default 0,
  state text not null check (state in ('ready', 'sending', 'waiting', 'held', 'settled', 'parked')),
  due timestamptz not null,
  not_before timestamptz not null,
  lease_owner text,
  lease_until timestamptz,
  lease_no integer not null default 0,
  attempts integer not null default 0,
  reason text,
  issues jsonb,
  reconcile boolean not null default false,
  sent_hash text,
  updated_at timestamptz not null,
  -- The selective column leads here and below: environment and platform tell almost nothing apart, and a planner without statistics
  -- would take a prefix of them for a search (measured: lock-waiters 2.1 s instead of 0.1 ms with 8,000 debts).
  primary key (subject_id, subject_kind, platform, environment)
);
-- Serves claim-owed: the next debts that are due; also expired leases, because a leased debt is due when its lease ends.
create index owed_due on owed (environment, platform, due) where due < 'infinity';
-- Serves release-owed: what waits for a person or an event, by cause. Who waits for parents is found through the edges.
create index owed_stuck on owed (reason, platform, environment) where state in ('waiting', 'held', 'parked') and reason <> 'menunggu-induk';
-- Serves release-leases: what a process gives back when it stops.
create index owed_lease on owed (lease_owner) where lease_owner is not null;

-- A debt that may not go before another: only edges to what was never settled stand here.
create table owed_edge (
  environment text not null,
  platform text not null,
  subject_kind text not null,
  subject_id text not null,
  on_kind text not null,
  on_id text not null,
  primary key (subject_id, subject_kind, platform, environment, on_kind, on_id)
);
-- Serves lock-waiters and drop-edges: who waited for what has been settled.
create index owed_edge_on on owed_edge (on_id, on_kind, platform, environment);

-- Our resource and what the platform calls it. Profiles and rules do not enter the hash.
create table upstream (
  environment text not null check (environment in ('simulasi', 'staging', 'produksi')),
  platform text not null,
  ref text not null,
  platform_id text not null,
  version integer,
  hash text not null,
  learned_at timestamptz not null,
  primary key (ref, platform, environment)
);

-- Every request and its answer; the sealed body is kept for a set time only.
create table attempt (
  id uuid primary key,
  environment text not null check (environment in ('simulasi', 'staging', 'produksi')),
  platform text not null,
  subject_kind text not null,
  subject_id text not null,
  plan text not null,
  delivery text not null,
  http_status integer,
  codes jsonb not null,
  request_hash text,
  sealed_body bytea,
  at timestamptz not null,
  duration_ms integer not null
);
-- Serves attempts-of and erase-attempts: the history of one subject.
create index attempt_subject on attempt (subject_id, subject_kind, platform, environment, at);
-- Serves drop-attempt-bodies: bodies whose time has run.
create index attempt_body on attempt (at) where sealed_body is not null;

-- Keys of those who may submit: only a keyed hash is kept.
create table api_key (
  id text primary key,
  name text not null,
  scope jsonb not null,
  digest bytea not null,
  created_at timestamptz not null,
  revoked_at timestamptz
);
