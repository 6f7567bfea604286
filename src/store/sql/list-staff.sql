select place, ordinal, sealed_responsible from staff order by place, ordinal
