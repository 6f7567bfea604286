-- That something was put right stays for the statistics; whose it was, and what was said of it, goes.
update incident set sealed_facts = null, sealed_note = null, parts = null
where subject_kind = 'visit' and subject_id = any ($1::text[])
