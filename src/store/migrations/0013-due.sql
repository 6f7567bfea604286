-- What should happen to people and has not: doses and contacts, by the schedules of the programme. The whole list of a person is kept as a person
-- is looked at; on which day it is due or late follows from its days. Of what only named officers may see nothing stands in clear but days.
create table due (
  environment text not null check (environment in ('simulasi', 'staging', 'produksi')),
  person uuid not null references person (id),
  -- Tells the items of a person apart, from 1.
  item integer not null,
  -- Null where it is sangat-terbatas: kind, code and rule would tell the secret.
  kind text,
  code text,
  rule text,
  -- Where the person is sasaran, else was seen last.
  place text,
  kerahasiaan text not null check (kerahasiaan in ('umum', 'terbatas', 'sangat-terbatas')),
  due date not null,
  late_from date not null,
  until date,
  sealed_content bytea,
  updated_at timestamptz not null,
  primary key (environment, person, item)
);
-- Serves erase-due and drop-due.
create index due_person on due (person);
-- Serves list-due: what is due at the places of whoever asks, the longest late first.
create index due_place on due (environment, place, late_from);
-- Everybody who is known is looked at once more, so that there is a list also of those of whom nobody says anything new.
insert into judgement (person, environment, due)
select id, environment, now() from person where merged_into is null and sealed_key is not null
on conflict (person) do update set due = least(judgement.due, excluded.due);
