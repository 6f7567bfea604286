update source_row set sealed_cells = null, content_digest = null where person = any ($1::uuid[])
