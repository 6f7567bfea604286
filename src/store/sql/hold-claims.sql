select 1 from identity_claim where digest = any ($1::bytea[]) order by digest for update
