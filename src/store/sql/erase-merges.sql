-- Who merged whom and when stays written down; identities and reasons do not.
update person_merge set sealed_merge = null, sealed_undo = null where merged = any ($1::uuid[]) or survivor = any ($1::uuid[])
