-- Visits with facts that were read out of a free text and wait for a nakes to confirm them (field rule 7). What they say stands sealed in the visit.
create table unconfirmed (
  visit uuid primary key references visit (id),
  environment text not null check (environment in ('simulasi', 'staging', 'produksi')),
  person uuid not null references person (id),
  since timestamptz not null
);
-- Serves list-unconfirmed: the oldest first.
create index unconfirmed_since on unconfirmed (environment, since, visit);
-- Serves erase-unconfirmed.
create index unconfirmed_person on unconfirmed (person);
