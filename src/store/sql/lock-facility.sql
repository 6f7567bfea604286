-- Whoever changes a facility goes one after the other, also where it has no row yet.
insert into facility_credential (environment, organization, state, set_within, state_at, state_by) values ($1, $2, 'active', false, $3, $4)
on conflict (organization, environment) do update set organization = excluded.organization
