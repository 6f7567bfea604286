-- Pregnancies and newborn periods: an id given once, and the window by which it is found again. No name and no birth date stands here; the
-- day a pregnancy began is a fact of a random id, as dates of visits are.
create table episode (
  id uuid primary key,
  environment text not null check (environment in ('simulasi', 'staging', 'produksi')),
  person uuid not null references person (id),
  kind text not null,
  from_date date not null,
  basis text not null,
  delivered date,
  to_date date,
  ending text,
  updated_at timestamptz not null,
  -- Nothing speaks of it any more; its id is not given to another.
  gone_at timestamptz
);
-- Serves episodes-of-persons and erase-episodes.
create index episode_person on episode (person);

-- People whose episodes and warnings have to be looked at again: something was said about them, or a day came on which time decides.
create table judgement (
  person uuid primary key references person (id),
  environment text not null check (environment in ('simulasi', 'staging', 'produksi')),
  due timestamptz not null
);
-- Serves take-judgements.
create index judgement_due on judgement (environment, due);
