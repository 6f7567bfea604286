-- That there was a pair stays written down; why it was decided so does not.
update person_review set sealed_why = null where one = any ($1::uuid[]) or other = any ($1::uuid[])
