insert into submission_chunk (submission, ordinal, sealed_bytes) values ($1, $2, $3)
