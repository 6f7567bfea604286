-- After many rows at once the planner still takes these tables for empty, until autovacuum comes by a minute later
-- (measured: 50 visits/s delivered until then, 400 afterwards).
analyze person, person_index, visit, owed, owed_edge, upstream
