select sealed_bytes from submission_chunk where submission = $1 and ordinal = $2
