import { toJsonText } from "./json.js";
import { personKeysOf, unwrapPersonKey } from "./person-keys.js";
import { sealJson, unsealJson } from "./sealing/seal.js";
import { toClearFacts } from "./visit-facts.js";
/** Finds visits by their keys and holds them until the transaction ends, so that parts of one visit that come at once are merged one after the other. */
export async function findVisits(tx, keys) {
    if (keys.length === 0)
        return new Map();
    const byDigest = new Map(keys.map((key) => [tx.digest('visit', key).toString('hex'), key]));
    const rows = await tx.rows('find-visits', [[...byDigest.keys()].map((hex) => Buffer.from(hex, 'hex'))]);
    return new Map(rows.flatMap((row) => {
        const key = byDigest.get(row.key_digest.toString('hex'));
        return key === undefined ? [] : [[key, toKnownVisit(tx, row)]];
    }));
}
/** A visit by its id, or undefined when it is unknown or its person was erased. */
export async function getVisit(db, id) {
    return (await getVisits(db, [id])).get(id);
}
/** Visits by id; unknown ones and those of erased people are absent. */
export async function getVisits(db, ids) {
    const rows = await db.rows('get-visits', [ids, db.environment]);
    return new Map(rows.map((row) => [row.id, toKnownVisit(db, row)]));
}
/** Every visit of a person, the earliest first. */
export async function visitsOfPerson(db, person) {
    return (await db.rows('visits-of-person', [person, db.environment])).map((row) => toKnownVisit(db, row));
}
/** How many visits are kept in this environment. */
export async function countVisits(db) {
    const [row] = await db.rows('count-visits', [db.environment]);
    return row?.visits ?? 0;
}
/** Keeps visits of people who are already kept. What changed gets a higher version, and what it was before stays beside it; what did not change is left alone. */
export async function saveVisits(tx, visits, at) {
    if (visits.length === 0)
        return [];
    const sorted = [...visits].sort((a, b) => (a.visit.id < b.visit.id ? -1 : 1));
    const keys = await personKeysOf(tx, sorted.map(({ visit }) => visit.person));
    const ids = sorted.map(({ visit }) => visit.id);
    const before = new Map((await tx.rows('hold-visits', [ids])).map(({ id, version }) => [id, version]));
    const rows = await tx.rows('save-visits', [
        ...clearColumns(tx, sorted),
        ...sealedColumns(tx, sorted, keys),
        tx.environment,
        at,
    ]);
    const now = new Map(rows.map(({ id, version }) => [id, version]));
    return visits.map(({ visit }) => ({ id: visit.id, version: now.get(visit.id) ?? before.get(visit.id) ?? 1, raised: now.has(visit.id) }));
}
function clearColumns(tx, visits) {
    return [
        visits.map(({ visit }) => visit.id),
        visits.map(({ key }) => tx.digest('visit', key)),
        visits.map(({ visit }) => visit.person),
        visits.map(({ sex }) => sex ?? null),
        visits.map(({ visit }) => visit.ageDays ?? null),
        visits.map(({ domicile }) => domicile ?? null),
        visits.map(({ visit }) => visit.place),
        visits.map(({ visit }) => visit.date),
        visits.map(({ visit }) => visit.dateEstimated),
        visits.map(({ visit }) => visit.service),
        visits.map(({ visit }) => visit.lifeStage),
        visits.map(({ visit }) => visit.recorder),
        visits.map(({ visit }) => visit.verified),
        visits.map(({ duty }) => duty),
        visits.map(({ kerahasiaan }) => kerahasiaan),
        visits.map(({ versions }) => toJsonText(versions)),
        visits.map(({ visit, sealedKeys }) => toJsonText(toClearFacts(visit.elements, sealedKeys))),
        visits.map(({ hash }) => tx.digest('visit-content', hash)),
        visits.map(({ reading }) => reading ?? null),
    ];
}
function sealedColumns(tx, visits, keys) {
    const keyOf = ({ visit }) => {
        const key = keys.get(visit.person);
        if (key === undefined)
            throw new Error('a visit is kept only after its person');
        return key;
    };
    return [
        visits.map((one) => sealJson(keyOf(one), `visit.visit|${one.visit.id}`, { visit: one.visit, lineage: one.lineage }, tx.random)),
        visits.map((one) => sealJson(keyOf(one), `visit.bundle|${one.visit.id}`, one.bundle, tx.random)),
    ];
}
function toKnownVisit(db, row) {
    const key = unwrapPersonKey(db, row.person, row.sealed_key);
    const { visit, lineage } = unsealJson(key, `visit.visit|${row.id}`, row.sealed_visit);
    return { visit, lineage, version: row.version, duty: row.duty, bundle: unsealJson(key, `visit.bundle|${row.id}`, row.sealed_bundle) };
}
//# sourceMappingURL=visits.js.map