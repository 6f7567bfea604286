select e.id, e.person from episode e where e.id = any ($1::uuid[]) and e.environment = $2
