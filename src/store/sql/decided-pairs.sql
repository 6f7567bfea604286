-- Of which pairs among these people an officer has said that they are two.
select r.one, r.other
from person_review r
where r.one = any ($1::uuid[]) and r.other = any ($1::uuid[]) and r.state = 'not-same'
