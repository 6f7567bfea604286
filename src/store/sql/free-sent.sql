-- Visits that became somebody else's and may stand under the record of whom they were about before: that is ended at once, whatever holds them back or
-- they wait for otherwise. Not where nothing may leave, nor before they conform again. Whoever holds the lease sees the higher version when it is done.
update owed
set state = 'ready', reason = null, issues = null, due = $3, updated_at = $3
where environment = $1 and subject_kind = 'visit' and subject_id = any ($2::text[]) and lease_owner is null and state in ('waiting', 'held')
  and (reason is null or reason not in ('tempat-mode-uji', 'tidak-sesuai-profil'))
  and (number is not null or sent_hash is not null or settled_version > 0)
