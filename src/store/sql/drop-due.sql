-- Items beyond the new end of each person's list: item numbers count from 1, so that nothing else is left over.
delete from due d
using unnest($2::uuid[], $3::integer[]) as g (person, items)
where d.environment = $1 and d.person = g.person and d.item > g.items
