-- Of one Organization, or of all.
select c.organization, c.state, c.set_within, c.state_at, c.state_by, c.mark, c.sealed_credential, c.sealed_letter,
  to_char(c.valid_from, 'YYYY-MM-DD') as valid_from, to_char(c.valid_until, 'YYYY-MM-DD') as valid_until, c.entered_at, c.entered_by
from facility_credential c
where c.environment = $1 and ($2::text is null or c.organization = $2)
order by c.organization
