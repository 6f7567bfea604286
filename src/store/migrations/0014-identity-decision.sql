-- Records of a platform that may be a person's and that no machine may adopt, and what people said of them: `not-same` is never offered again.
-- What the platform showed, and why somebody decided, is sealed under the person's key.
create table identity_decision (
  id uuid primary key,
  environment text not null check (environment in ('simulasi', 'staging', 'produksi')),
  platform text not null,
  person uuid not null references person (id),
  platform_id text not null,
  found_by text not null check (found_by in ('nik', 'nik-ibu', 'nama', 'orang')),
  -- Keyed hash of the number it was found by: that it is the same holds for this number only.
  identity_key text not null,
  state text not null check (state in ('open', 'same', 'not-same')),
  found_at timestamptz not null,
  decided_at timestamptz,
  decided_by text,
  sealed_candidate bytea,
  sealed_why bytea
);
-- Serves offer-identities, decide-identity and standing-of-person: a record is offered for a person once.
create unique index identity_decision_pair on identity_decision (person, platform, environment, platform_id);
-- Serves list-identities: the oldest first.
create index identity_decision_open on identity_decision (environment, state, found_at, id);
