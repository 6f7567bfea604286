import { toHash } from "./hash.js";
import { toHold } from "./hold.js";
import { refOf } from "./refs.js";
import { toLocalSystem, toVisitNumber } from "./systems.js";
import { toTransaction } from "./to-transaction.js";
/**
 * The next message for a visit. Edges first (place, practitioner, patient), then a person's conditions (verification,
 * named performer), then a look for another sender's Encounter (field rule 2), then one transaction.
 * After an unknown answer the Encounter is looked up by identifier and adopted with all its contents.
 */
export function prepareVisit(state, upstream, progress, now) {
    const org = state.puskesmas.organization;
    if (org === undefined)
        return toHold('organisasi-belum-ada');
    const condition = findHold(state);
    if (condition !== undefined)
        return condition;
    const ids = joinIdentities(state, upstream, org);
    if ('waitOn' in ids)
        return { do: 'wait', reason: 'menunggu-induk', on: ids.waitOn };
    const transaction = toTransaction(toVisiting(state), ids);
    const end = endOf(state);
    if (end.getTime() > now.getTime())
        return { do: 'wait', reason: 'belum-waktunya', notBefore: end };
    const known = upstream.get(refOf.visit(state.visit.id));
    if (known !== undefined)
        return prepareKnown(state, { transaction, upstream, ids, encounter: known.platformId });
    if (progress.reconcile)
        return { do: 'send', message: toLook(state, ids, progress.sentHash ?? '') };
    if (!upstream.has(refOf.visitAlone(state.visit.id)))
        return { do: 'send', message: toOtherSenderLook(state, ids) };
    return { do: 'send', message: toSend(state, transaction, ids) };
}
function findHold(state) {
    const { policy, responsible, visit } = state;
    if (policy?.verificationRequired === true && !visit.verified)
        return toHold('belum-diverifikasi');
    if (policy?.namedPerformer !== true)
        return toHold('pelaksana-belum-ditetapkan');
    if (responsible === undefined)
        return toHold('penanggung-jawab-belum-ada');
    return undefined;
}
function joinIdentities(state, upstream, organization) {
    const { place, person, responsible } = state;
    const location = place.location ?? upstream.get(refOf.location(place.code))?.platformId;
    const patient = upstream.get(refOf.patient(person.id))?.platformId;
    const practitioner = responsible?.responsible.ihs ?? upstream.get(refOf.practitioner(responsible?.key ?? ''))?.platformId;
    const waitOn = [];
    if (location === undefined)
        waitOn.push({ kind: 'place', id: place.code });
    if (practitioner === undefined)
        waitOn.push({ kind: 'practitioner', id: responsible?.key ?? '' });
    if (patient === undefined)
        waitOn.push({ kind: 'patient', id: person.id });
    if (location === undefined || practitioner === undefined || patient === undefined)
        return { waitOn };
    return { organization, location: { id: location, name: place.name }, patient, practitioner };
}
function toVisiting(state) {
    const bundle = state.bundle;
    return { visitId: state.visit.id, bundle, closing: state.policy?.closing[state.visit.service], closingId: state.closingId };
}
function endOf(state) {
    const bundle = state.bundle;
    const encounter = bundle.entry?.find((entry) => entry.resource?.resourceType === 'Encounter')?.resource;
    return encounter?.resourceType === 'Encounter' ? new Date(encounter.period?.end ?? 0) : new Date(0);
}
/** An Encounter that SATUSEHAT holds: its contents are adopted type by type; a change after that waits for a person. */
function prepareKnown(state, known) {
    const own = known.upstream.get(refOf.visit(state.visit.id));
    const types = new Set(known.transaction.bundle.entry?.slice(1).map((entry) => entry.resource?.resourceType ?? ''));
    for (const type of types) {
        const ids = idsOfType(known.transaction, type);
        const missing = ids.some((id) => !known.upstream.has(refOf.resource(state.visit.id, id)));
        if (missing && !known.upstream.has(refOf.visitContents(state.visit.id, type)))
            return { do: 'send', message: toContentsLook(state, known, type) };
    }
    return own?.hash === '' || own?.hash === toHash(known.transaction.bundle) ? { do: 'settled' } : toHold('koreksi-setelah-terkirim');
}
function idsOfType(transaction, type) {
    return transaction.resourceIds.filter((_, index) => transaction.bundle.entry?.[index]?.resource?.resourceType === type);
}
function toLook(state, ids, sentHash) {
    const identifier = encodeURIComponent(`${toLocalSystem('encounter', ids.organization)}|${toVisitNumber(state.visit.id)}`);
    const look = toGet('cari-kunjungan', `/Encounter?identifier=${identifier}`, refOf.visit(state.visit.id), ids);
    return { ...look, refs: [{ ref: refOf.visit(state.visit.id), hash: sentHash }] };
}
function toOtherSenderLook(state, ids) {
    const query = `subject=${ids.patient}&date=${state.visit.date}&service-provider=${ids.organization}`;
    return toGet('cari-pengirim-lain', `/Encounter?${query}`, refOf.visitAlone(state.visit.id), ids);
}
function toContentsLook(state, known, type) {
    const refs = idsOfType(known.transaction, type).map((id) => ({ ref: refOf.resource(state.visit.id, id), hash: '' }));
    const message = toGet(`adopsi-isi:${type}`, `/${type}?encounter=${known.encounter}`, '', known.ids);
    return { ...message, refs: [...refs, { ref: refOf.visitContents(state.visit.id, type), hash: '' }] };
}
function toGet(plan, path, ref, ids) {
    return { plan, method: 'GET', path, effect: false, refs: [{ ref, hash: '' }], credential: ids.organization };
}
function toSend(state, transaction, ids) {
    const refs = transaction.resourceIds.map((id, index) => ({
        ref: index === 0 ? refOf.visit(state.visit.id) : refOf.resource(state.visit.id, id),
        hash: toHash(index === 0 ? transaction.bundle : transaction.bundle.entry?.[index]?.resource),
    }));
    return { plan: 'kirim-kunjungan', method: 'POST', path: '/', body: transaction.bundle, effect: true, refs, credential: ids.organization };
}
/** Types whose resources a visit's transaction may hold besides the Encounter. */
export const contentTypes = ['Observation', 'Procedure', 'Condition'];
//# sourceMappingURL=prepare-visit.js.map