select t.organization, t.mark, t.sealed_token, t.use_until, t.asked_until, t.refused_until, t.refused_why, t.rejections, t.rejected_until
from facility_token t
where t.environment = $1 and t.organization in ($2, '*')
