import { loadEnrolments, saveEnrolments } from "./enrolments.js";
import { toJsonText } from "./json.js";
import { toScopedKey } from "./sealing/keyring.js";
import { sealJson, unsealJson } from "./sealing/seal.js";
/** Keeps the site of a district as imported. Nothing is deleted: what an import no longer names is marked and no longer loaded. */
export async function importSite(tx, site, at) {
    await tx.count('hold-lease', ['site']);
    const places = [...site.places.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
    const change = await savePlaces(tx, places, at);
    await saveStaff(tx, places);
    await savePolicies(tx, [...site.policies.values()]);
    const enrolments = await saveEnrolments(tx, site.enrolments, site.version, at);
    const content = sealJson(staffKey(tx), `site_version.content|${site.version}`, { places, policies: [...site.policies.values()] }, tx.random);
    await tx.count('save-site-version', [site.version, at, content]);
    return { places: change, enrolments };
}
/** The site as last imported, or undefined before the first import. */
export async function loadSite(db) {
    const [latest] = await db.rows('latest-site-version');
    if (latest === undefined)
        return undefined;
    const staff = new Map();
    for (const row of await db.rows('list-staff')) {
        const one = unsealJson(staffKey(db), staffContext(row.place, row.ordinal), row.sealed_responsible);
        staff.set(row.place, [...(staff.get(row.place) ?? []), one]);
    }
    const places = await db.rows('list-places');
    const policies = await db.rows('list-policies');
    return {
        version: latest.version,
        places: new Map(places.map(({ code, content }) => [code, { ...content, responsible: staff.get(code) ?? [] }])),
        policies: new Map(policies.map(({ puskesmas, content }) => [puskesmas, content])),
        enrolments: await loadEnrolments(db),
    };
}
async function savePlaces(tx, places, at) {
    const rows = await tx.rows('save-places', [
        places.map(({ code }) => code),
        places.map(({ kind }) => kind),
        places.map(({ name }) => name),
        places.map(({ parent }) => parent ?? null),
        places.map(({ zone }) => zone),
        places.map((place) => toJsonText(withoutStaff(place))),
        places.map((place) => tx.digest('place', JSON.stringify(place))),
        at,
    ]);
    const removed = await tx.count('mark-removed-places', [places.map(({ code }) => code), at]);
    const added = rows.filter((row) => row.added).length;
    return { added, changed: rows.length - added, removed };
}
async function saveStaff(tx, places) {
    const staff = places.flatMap(({ code, responsible }) => responsible.map((one, ordinal) => ({ code, ordinal, one })));
    await tx.count('drop-staff');
    await tx.count('save-staff', [
        staff.map(({ code }) => code),
        staff.map(({ ordinal }) => ordinal),
        staff.map(({ one }) => one.from ?? null),
        staff.map(({ one }) => one.to ?? null),
        staff.map(({ code, ordinal, one }) => sealJson(staffKey(tx), staffContext(code, ordinal), one, tx.random)),
    ]);
}
async function savePolicies(tx, policies) {
    await tx.count('drop-policies');
    await tx.count('save-policies', [policies.map(({ puskesmas }) => puskesmas), policies.map((policy) => toJsonText(policy))]);
}
function withoutStaff(place) {
    const { responsible: _, ...rest } = place;
    return rest;
}
function staffKey({ keys }) {
    return toScopedKey(keys.raw, 'site');
}
function staffContext(place, ordinal) {
    return `staff.responsible|${place}|${String(ordinal)}`;
}
//# sourceMappingURL=site.js.map