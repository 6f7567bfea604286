update person_enrolment set sealed_entry = null where person = any ($1::uuid[])
