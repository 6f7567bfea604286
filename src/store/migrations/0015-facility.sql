-- What puskesmas entered so that we may speak for their Organization, one an environment. The credential is sealed and goes nowhere but into a
-- request for a token; so is the letter of authority, which names whoever signed it. Only its days stand in clear: whether it is in force is
-- known without opening anything.
create table facility_credential (
  environment text not null check (environment in ('simulasi', 'staging', 'produksi')),
  -- IHS number of the Organization.
  organization text not null,
  -- In force, unless it is paused or was revoked; what was revoked is deleted.
  state text not null check (state in ('active', 'paused', 'revoked')),
  -- True where the puskesmas itself set the state: then nobody else undoes it.
  set_within boolean not null,
  state_at timestamptz not null,
  state_by text not null,
  -- Keyed hash that names the credential; null where none was entered, or it was revoked.
  mark text,
  sealed_credential bytea,
  sealed_letter bytea,
  valid_from date,
  valid_until date,
  entered_at timestamptz,
  entered_by text,
  primary key (organization, environment)
);

-- Who changed what and when; nothing of a secret.
create table facility_event (
  id uuid primary key,
  environment text not null check (environment in ('simulasi', 'staging', 'produksi')),
  organization text not null,
  event text not null check (event in ('dimasukkan', 'diganti', 'dijeda', 'dilanjutkan', 'dicabut', 'ditolak')),
  at timestamptz not null,
  by text not null
);
-- Serves list-facility-events: the history of one Organization.
create index facility_event_organization on facility_event (organization, environment, id);

-- Counts changes, so that every gateway sees within a second that there was one.
create table facility_version (
  environment text primary key check (environment in ('simulasi', 'staging', 'produksi')),
  version bigint not null
);

-- The token of each Organization, sealed, for all processes together; and until when nobody asks for one. The row of '*' holds for everybody.
create table facility_token (
  environment text not null check (environment in ('simulasi', 'staging', 'produksi')),
  organization text not null,
  -- The credential the token is of, and of which refusals were counted.
  mark text not null,
  sealed_token bytea,
  use_until timestamptz,
  asked_until timestamptz,
  -- SATUSEHAT makes whoever failed wait, whatever is asked with next.
  refused_until timestamptz,
  refused_why text,
  -- Verdicts in a row that this very credential is refused.
  rejections integer not null default 0,
  rejected_until timestamptz,
  primary key (organization, environment)
);
