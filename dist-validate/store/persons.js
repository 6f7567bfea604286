import { createPersonKey, personKeysOf, unwrapPersonKey } from "./person-keys.js";
import { toDigests } from "./person-digests.js";
import { sealJson, unsealJson } from "./sealing/seal.js";
/**
 * Finds, for each person sought, the people who share a blind index with them, in the same order; merged people answer as the one they were merged into.
 * Until the transaction ends nobody else can seek the same people, so that two processes never make one person twice.
 */
export async function findCandidates(tx, sought) {
    const keys = sought.flatMap((one, index) => toDigests(tx, one).map((key) => ({ index, ...key })));
    if (keys.length === 0)
        return sought.map(() => []);
    await claimIdentities(tx, keys);
    const hits = await findHits(tx, keys);
    const people = await getPersons(tx, [...new Set(hits.map(({ person }) => person))]);
    const bySought = new Map();
    for (const hit of hits)
        bySought.set(hit.sought, [...(bySought.get(hit.sought) ?? []), hit]);
    return sought.map((_, index) => toCandidates(bySought.get(index) ?? [], people));
}
/** People by id; unknown and erased ones are absent, merged ones answer under the id asked for with the identity they had. */
export async function getPersons(db, ids) {
    if (ids.length === 0)
        return new Map();
    const rows = await db.rows('get-persons', [ids, db.environment]);
    return new Map(rows.map((row) => [row.id, toKnownPerson(db, row)]));
}
/**
 * Keeps people, new and changed, with their blind indexes, and returns the version each has now.
 * A corrected NIK forgets the old one; the birth of an earlier desa and a sender's earlier number still find the person.
 */
export async function savePersons(tx, people, at) {
    const sorted = [...people].sort((a, b) => (a.person.id < b.person.id ? -1 : 1));
    if (sorted.length === 0)
        return new Map();
    const known = await personKeysOf(tx, sorted.map(({ person }) => person.id));
    const sealed = sorted.map(({ person }) => {
        const old = known.get(person.id);
        const fresh = old === undefined ? createPersonKey(tx, person.id) : undefined;
        const key = old ?? fresh?.key;
        if (key === undefined)
            throw new Error('a person has a key, old or new');
        return { id: person.id, wrapped: fresh?.wrapped ?? null, identity: sealJson(key, identityContext(person.id), person, tx.random) };
    });
    const rows = await tx.rows('save-persons', [
        sealed.map(({ id }) => id),
        sealed.map(({ wrapped }) => wrapped),
        sealed.map(({ identity }) => identity),
        tx.environment,
        at,
    ]);
    await saveIndexes(tx, sorted);
    return new Map(rows.map(({ id, version }) => [id, version]));
}
async function saveIndexes(tx, people) {
    const entries = people
        .flatMap((one) => toDigests(tx, one).map((key) => ({ ...key, person: one.person.id })))
        .sort((a, b) => a.digest.compare(b.digest));
    const columns = [entries.map(({ kind }) => kind), entries.map(({ digest }) => digest), entries.map(({ person }) => person)];
    await tx.count('drop-stale-index', [people.map(({ person }) => person.id), ...columns]);
    await tx.count('save-person-index', columns);
}
async function claimIdentities(tx, keys) {
    const digests = [...new Map(keys.map(({ digest }) => [digest.toString('hex'), digest])).values()].sort((a, b) => a.compare(b));
    await tx.count('make-claims', [digests]);
    await tx.count('hold-claims', [digests]);
}
function toCandidates(hits, people) {
    const reasons = new Map();
    for (const { person, kind } of hits)
        reasons.set(person, [...(reasons.get(person) ?? []), kind]);
    return [...reasons].flatMap(([id, why]) => {
        const known = people.get(id);
        return known === undefined ? [] : [{ ...known, reasons: [...new Set(why)].sort() }];
    });
}
function toKnownPerson(db, row) {
    const key = unwrapPersonKey(db, row.id, row.sealed_key);
    return { person: unsealJson(key, identityContext(row.id), row.sealed_identity), version: row.version };
}
function identityContext(person) {
    return `person.identity|${person}`;
}
//# sourceMappingURL=persons.js.map