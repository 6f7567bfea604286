-- Pairs of people who may be one, for an officer to look at. What was decided is remembered, so that nobody is asked twice. Why it was
-- decided is sealed under the key of the first of the two; names stand nowhere here.
create table person_review (
  id uuid primary key,
  environment text not null check (environment in ('simulasi', 'staging', 'produksi')),
  -- The lesser id of the two, and the greater.
  one uuid not null references person (id),
  other uuid not null references person (id),
  reasons jsonb not null,
  state text not null check (state in ('open', 'same', 'not-same')),
  found_at timestamptz not null,
  decided_at timestamptz,
  decided_by text,
  sealed_why bytea,
  check (one < other)
);
-- Serves save-reviews and decided-pairs: a pair is asked once.
create unique index person_review_pair on person_review (one, other);
-- Serves reviews-of-persons and erase-reviews from the other side.
create index person_review_other on person_review (other);
-- Serves list-reviews: what is open, the oldest first.
create index person_review_open on person_review (environment, state, found_at, id);

-- Who was taken for whom, when, by whom and why: a merge can be undone, and stays written down when it was. Sealed under the survivor's key:
-- the reason, and the identity of the survivor before and after, so that undoing gives back what was.
create table person_merge (
  id uuid primary key,
  environment text not null check (environment in ('simulasi', 'staging', 'produksi')),
  merged uuid not null references person (id),
  survivor uuid not null references person (id),
  forced boolean not null,
  merged_at timestamptz not null,
  merged_by text not null,
  sealed_merge bytea,
  undone_at timestamptz,
  undone_by text,
  sealed_undo bytea
);
-- Serves standing-merge: a person is merged into one other at a time.
create unique index person_merge_standing on person_merge (merged) where undone_at is null;
-- Serves merges-of-persons and erase-merges.
create index person_merge_survivor on person_merge (survivor);

-- Entries of the register of sasaran that a submission opened, beside those of the site's own list (enrolment). What the register said of the
-- person is sealed under the person's key.
create table person_enrolment (
  id uuid primary key,
  environment text not null check (environment in ('simulasi', 'staging', 'produksi')),
  person uuid not null references person (id),
  category text not null,
  place text not null,
  domicile text,
  from_date date not null,
  -- The last day on which a register said so.
  told_date date not null,
  to_date date,
  reason_out text check (reason_out in ('pindah', 'melahirkan', 'keguguran', 'meninggal', 'lewat-umur')),
  submission uuid not null,
  position bigint not null,
  sealed_entry bytea,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  removed_at timestamptz
);
-- Serves enrolments-of-persons and erase-person-enrolments.
create index person_enrolment_person on person_enrolment (person);
-- Serves retract-person-enrolments: a file that is read again.
create index person_enrolment_submission on person_enrolment (submission, position);
