-- What went wrong at a platform and was, or has to be, put right there: for people, beside the debts. No names stand here; whose record it was is sealed.
create table incident (
  id uuid primary key,
  environment text not null check (environment in ('simulasi', 'staging', 'produksi')),
  platform text not null,
  kind text not null,
  subject_kind text not null,
  subject_id text not null,
  state text not null check (state in ('open', 'closed')),
  found_at timestamptz not null,
  -- When we had done there what we can; null while we are at it.
  repaired_at timestamptz,
  -- Type and number of each resource there, and whether we took it back or somebody has to.
  parts jsonb,
  -- The platform's numbers of the people.
  sealed_facts bytea,
  closed_at timestamptz,
  closed_by text,
  sealed_note bytea
);
-- Serves open-incident: one of a kind and subject is being put right at a time.
create unique index incident_underway on incident (subject_id, subject_kind, platform, environment, kind) where repaired_at is null;
-- Serves list-incidents: what is open, the newest first.
create index incident_found on incident (environment, state, found_at, id);

-- What no machine could correct at a platform, and a person says is corrected there: of which version of the visit it was said, by whom, and a note.
create table hand_correction (
  environment text not null check (environment in ('simulasi', 'staging', 'produksi')),
  platform text not null,
  subject_kind text not null,
  subject_id text not null,
  version integer not null,
  done_at timestamptz not null,
  done_by text not null,
  sealed_note bytea,
  primary key (subject_id, subject_kind, platform, environment, version)
);

-- Whom a visit was about when it was as it is kept here: it is sealed under that person's key. Null for what was kept before this stood here.
alter table visit_version add column person uuid;
