delete from submission_chunk where submission = $1
