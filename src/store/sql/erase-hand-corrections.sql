delete from hand_correction where subject_kind = 'visit' and subject_id = any ($1::text[])
