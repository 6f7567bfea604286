update attempt set sealed_body = null where at < $1 and sealed_body is not null
