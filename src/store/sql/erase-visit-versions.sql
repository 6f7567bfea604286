update visit_version
set sealed_visit = null, sealed_bundle = null
where visit in (select id from visit where person = any ($1::uuid[]))
