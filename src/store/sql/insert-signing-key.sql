insert into signing_key (environment, generation, kid, public_jwk, created_at)
values ($1, $2, $3, $4, $5)
on conflict (generation, environment) do nothing
