-- The token and the verdicts on its credential; a minute SATUSEHAT makes us wait stays.
update facility_token
set sealed_token = null, use_until = null, rejections = 0, rejected_until = null
where environment = $1 and organization = $2
