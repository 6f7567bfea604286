select person, erased_at, reason from erasure order by erased_at, person
