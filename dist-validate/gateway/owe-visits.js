import { issueCatalogue, toIssue } from "../map/catalogue/issue-catalogue.js";
import { policyOf, puskesmasOf, responsibleOn } from "../map/places/ask-site.js";
import { isWaiting, sendingOf } from "../map/sending-of.js";
import { keyOfResponsible } from "../store/ledger.js";
import { platforms } from "./parts.js";
/** What is to happen with a visit now: kirim, tidak, or hold with the reason. */
export function decideSending(site, { visit, person, duty, sendable }) {
    const place = site.places.get(visit.place);
    const puskesmas = place === undefined ? undefined : puskesmasOf(site, place);
    const policy = puskesmas === undefined ? undefined : policyOf(site, puskesmas.code);
    const sending = sendingOf({ visit, person, duty, policy, place });
    return sending === 'kirim' && !sendable ? 'hold:tidak-sesuai-profil' : sending;
}
/** Owes visits to every platform, together with the place, nakes and person each leans on. */
export async function oweVisits(tx, visits, parts) {
    const debts = platforms.flatMap((platform) => visits.flatMap((visit) => toDebts(visit, platform, parts)));
    await parts.store.owed.owe(tx, debts, parts.at);
}
function toDebts(owed, platform, parts) {
    const sending = decideSending(parts.site, owed);
    if (sending === 'tidak')
        return [];
    const subject = { kind: 'visit', id: owed.visit.id };
    const base = { platform, subject, version: owed.version, due: owed.due };
    if (sending !== 'kirim')
        return [{ ...base, beginning: toBeginning(sending.slice('hold:'.length)) }];
    const parents = toParents(owed, parts);
    const on = parents.map((parent) => parent.subject);
    return [...parents.map((parent) => ({ platform, due: parts.at, beginning: { state: 'ready' }, ...parent })), { ...base, beginning: { state: 'ready' }, on }];
}
function toParents({ visit, person, personVersion }, { store, site }) {
    const place = site.places.get(visit.place);
    const responsible = place === undefined ? undefined : responsibleOn(place, visit.date);
    const nakes = responsible === undefined ? [] : [{ subject: { kind: 'practitioner', id: keyOfResponsible(store, responsible) }, version: 1 }];
    return [{ subject: { kind: 'place', id: visit.place }, version: 1 }, ...nakes, { subject: { kind: 'patient', id: person.id }, version: personVersion }];
}
function toBeginning(reason) {
    return isWaiting(reason) ? { state: 'waiting', reason } : { state: 'held', reason, issues: toReasonIssues(reason) };
}
function toReasonIssues(reason) {
    return isCode(reason) ? [toIssue({ code: reason, severity: 'warning' })] : [];
}
function isCode(reason) {
    return Object.hasOwn(issueCatalogue, reason);
}
/** A person whose identity changed: visits that waited for it are owed again, together with what they lean on. */
export async function releaseVisits(tx, persons, parts) {
    const { store, site, at } = parts;
    for (const { person, version } of persons) {
        const known = await store.visits.visitsOfPerson(tx, person.id);
        const free = known.filter(({ visit, duty }) => decideSending(site, { visit, person, duty, sendable: true }) === 'kirim');
        const ids = free.map(({ visit }) => visit.id);
        if (ids.length === 0)
            continue;
        await oweVisits(tx, free.map((one) => ({ visit: one.visit, version: one.version, person, personVersion: version, duty: one.duty, sendable: true, due: parts.dueOf(one.visit) })), parts);
        for (const platform of platforms)
            await store.owed.release(tx, { platform, states: ['waiting', 'held'], reasons: identityReasons, kind: 'visit', ids }, at);
    }
}
/** Reasons that a NIK which arrives or is corrected takes away. */
const identityReasons = ['tanpa-nik', 'nik-rusak', 'nik-tidak-sah', 'nik-tersamar', 'nik-tidak-cocok', 'tanggal-lahir'];
//# sourceMappingURL=owe-visits.js.map