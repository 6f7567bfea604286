-- What is open is a question only while the person's debt waits for an answer.
select d.id, d.platform, d.person, d.platform_id, d.found_by, d.identity_key, d.state, d.found_at, d.decided_at, d.decided_by, d.sealed_candidate, o.reason
from identity_decision d
left join owed o on o.environment = d.environment and o.platform = d.platform and o.subject_kind = 'patient' and o.subject_id = d.person::text
where d.environment = $1 and d.state = $2 and (d.found_at, d.id) > ($3::timestamptz, $4::uuid)
  and (d.state <> 'open' or o.state in ('held', 'parked', 'waiting'))
  and ($5::text[] is null or exists (select 1 from visit v where v.person = d.person and v.environment = $1 and v.place = any ($5)))
order by d.found_at, d.id
limit $6
