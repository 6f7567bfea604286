-- Whether a person has still to be looked at because of what came with this visit: a later day on which time decides does not count.
select exists (
  select 1
  from visit v
  join judgement j on j.person in (v.person, $2::uuid)
  where v.id = $1::uuid and v.environment = $3 and j.environment = $3 and j.due <= v.updated_at
) as pending
