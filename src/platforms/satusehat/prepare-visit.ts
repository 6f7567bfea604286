import type { Bundle } from '@medplum/fhirtypes';
import { toMoment, toOffsetMinutes, toUtcText } from '../../map/places/local-time.ts';
import type { Message, Preparation, Progress, Subject, SubjectState, Upstream, UpstreamEntry } from '../platform.ts';
import { toHash } from './hash.ts';
import { toHold } from './hold.ts';
import { locationIdOf, patientIdOf, practitionerIdOf } from './known-ids.ts';
import { refOf } from './refs.ts';
import { toLocalSystem, toVisitNumber } from './systems.ts';
import { toTransaction, type Identities, type Transaction } from './to-transaction.ts';

export type VisitState = Extract<SubjectState, { kind: 'visit' }>;

/**
 * The next message for a visit. Edges first (place, practitioner, patient), then a person's conditions (verification,
 * named performer), then a look for another sender's Encounter (field rule 2), then one transaction.
 * After an unknown answer the Encounter is looked up by identifier and adopted with all its contents.
 */
export function prepareVisit(state: VisitState, upstream: Upstream, progress: Progress, now: Date): Preparation {
  const org = state.puskesmas.organization;
  if (org === undefined) return toHold('organisasi-belum-ada');
  const hold = findHold(state);
  if (hold !== undefined) return hold;
  const ids = joinIdentities(state, upstream, org);
  if ('waitOn' in ids) return { do: 'wait', reason: 'menunggu-induk', on: ids.waitOn };
  const end = endOf(state);
  if (end.getTime() > now.getTime()) return { do: 'wait', reason: 'menunggu-waktu', notBefore: end };
  return prepareReady(state, ids, { upstream, progress, now });
}

interface Given {
  readonly upstream: Upstream;
  readonly progress: Progress;
  readonly now: Date;
}

/** Everything the visit leans on is there, and it has ended. */
function prepareReady(state: VisitState, ids: Identities, { upstream, progress, now }: Given): Preparation {
  const transaction = toTransaction(toVisiting(state), ids);
  const known = upstream.get(refOf.visit(state.visit.id));
  if (known !== undefined) return prepareKnown(state, { transaction, upstream, ids, own: known });
  if (progress.reconcile) return { do: 'send', message: toLook(state, ids, progress.sentHash ?? '') };
  const alone = isFresh(upstream.get(refOf.visitAlone(state.visit.id))?.hash, now);
  return { do: 'send', message: alone ? toSend(state, transaction, ids) : toOtherSenderLook(state, ids, now) };
}

function findHold(state: VisitState): Preparation | undefined {
  const { policy, responsible, visit } = state;
  if (policy?.verificationRequired === true && !visit.verified) return toHold('belum-diverifikasi');
  if (policy?.namedPerformer !== true) return toHold('pelaksana-belum-ditetapkan');
  if (responsible === undefined) return toHold('penanggung-jawab-belum-ada');
  return undefined;
}

function joinIdentities(state: VisitState, upstream: Upstream, organization: string): Identities | { readonly waitOn: readonly Subject[] } {
  const { place, person, responsible, nikKey } = state;
  const location = locationIdOf(place, upstream);
  const patient = patientIdOf({ id: person.id, nikKey }, upstream);
  const practitioner = responsible === undefined ? undefined : practitionerIdOf(responsible, upstream);
  if (location !== undefined && practitioner !== undefined && patient !== undefined)
    return { organization, location: { id: location, name: place.name }, patient, practitioner };
  const leansOn: readonly (readonly [string | undefined, Subject])[] = [
    [location, { kind: 'place', id: place.code }],
    [practitioner, { kind: 'practitioner', id: responsible?.key ?? '' }],
    [patient, { kind: 'patient', id: person.id }],
  ];
  return { waitOn: leansOn.filter(([id]) => id === undefined).map(([, subject]) => subject) };
}

function toVisiting(state: VisitState): Parameters<typeof toTransaction>[0] {
  const bundle = state.bundle as Bundle;
  const { visit, policy, closingId, localIds } = state;
  return { visitId: visit.id, bundle, closing: policy?.closing[visit.service], closingId, localIds };
}

function endOf(state: VisitState): Date {
  const bundle = state.bundle as Bundle;
  const encounter = bundle.entry?.find((entry) => entry.resource?.resourceType === 'Encounter')?.resource;
  return encounter?.resourceType === 'Encounter' ? new Date(encounter.period?.end ?? 0) : new Date(0);
}

interface KnownVisit {
  readonly transaction: Transaction;
  readonly upstream: Upstream;
  readonly ids: Identities;
  readonly own: UpstreamEntry;
}

/** An Encounter that SATUSEHAT holds: its contents are adopted type by type; where it differs from what we hold, a person decides. */
function prepareKnown(state: VisitState, known: KnownVisit): Preparation {
  const types = new Set(known.transaction.bundle.entry?.slice(1).map((entry) => entry.resource?.resourceType ?? ''));
  for (const type of types) {
    const ids = idsOfType(known.transaction, type);
    const missing = ids.some((id) => !known.upstream.has(refOf.resource(state.visit.id, id)));
    if (missing && !known.upstream.has(refOf.visitContents(state.visit.id, type)))
      return { do: 'send', message: toContentsLook(state, known, type) };
  }
  const whole = known.transaction.resourceIds.slice(1).every((id) => known.upstream.has(refOf.resource(state.visit.id, id)));
  return whole && known.own.hash === toHash(known.transaction.bundle) ? { do: 'settled' } : toHold('koreksi-setelah-terkirim');
}

function idsOfType(transaction: Transaction, type: string): readonly string[] {
  return transaction.resourceIds.filter((_, index) => transaction.bundle.entry?.[index]?.resource?.resourceType === type);
}

function toLook(state: VisitState, ids: Identities, sentHash: string): Message {
  const identifier = encodeURIComponent(`${toLocalSystem('encounter', ids.organization)}|${toVisitNumber(state.visit.id)}`);
  const look = toGet('cari-kunjungan', `/Encounter?identifier=${identifier}`, refOf.visit(state.visit.id), ids);
  return { ...look, refs: [{ ref: refOf.visit(state.visit.id), hash: sentHash }] };
}

/** The local day in UTC: in WIB, WITA and WIT it begins on the UTC day before. */
function toOtherSenderLook({ visit, place }: VisitState, ids: Identities, now: Date): Message {
  const day = [0, 24 * 60].map((minutes) => toUtcText(toMoment(visit.date, minutes - toOffsetMinutes(place.zone))));
  const [from = '', to = ''] = day.map(encodeURIComponent);
  const path = `/Encounter?subject=${ids.patient}&date=ge${from}&date=lt${to}&service-provider=${ids.organization}`;
  const look = toGet('cari-pengirim-lain', path, refOf.visitAlone(visit.id), ids);
  return { ...look, refs: [{ ref: refOf.visitAlone(visit.id), hash: now.toISOString() }] };
}

const freshMs = 10 * 60_000;

/** Another sender may come between our look and our message: an old look is repeated. */
function isFresh(lookedAt: string | undefined, now: Date): boolean {
  return lookedAt !== undefined && now.getTime() - new Date(lookedAt).getTime() < freshMs;
}

function toContentsLook(state: VisitState, known: KnownVisit, type: string): Message {
  const refs = idsOfType(known.transaction, type).map((id) => ({ ref: refOf.resource(state.visit.id, id), hash: '' }));
  const message = toGet(`adopsi-isi:${type}`, `/${type}?encounter=${known.own.platformId}`, '', known.ids);
  return { ...message, refs: [...refs, { ref: refOf.visitContents(state.visit.id, type), hash: '' }] };
}

function toGet(plan: string, path: string, ref: string, ids: Identities): Message {
  return { plan, method: 'GET', path, effect: false, refs: [{ ref, hash: '' }], credential: ids.organization };
}

function toSend(state: VisitState, transaction: Transaction, ids: Identities): Message {
  const refs = transaction.resourceIds.map((id, index) => ({
    ref: index === 0 ? refOf.visit(state.visit.id) : refOf.resource(state.visit.id, id),
    hash: toHash(index === 0 ? transaction.bundle : transaction.bundle.entry?.[index]?.resource),
  }));
  return { plan: 'kirim-kunjungan', method: 'POST', path: '/', body: transaction.bundle, effect: true, refs, credential: ids.organization };
}

/** Types whose resources a visit's transaction may hold besides the Encounter. */
export const contentTypes: readonly string[] = ['Observation', 'Procedure', 'Condition'];
