update visit set sealed_visit = null, sealed_bundle = null where person = any ($1::uuid[]) returning id
