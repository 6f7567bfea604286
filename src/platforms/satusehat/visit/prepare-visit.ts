import type { Bundle } from '@medplum/fhirtypes';
import { toMoment, toOffsetMinutes, toUtcText } from '../../../map/places/local-time.ts';
import {
  severalVersions,
  type Message,
  type Preparation,
  type Progress,
  type Subject,
  type SubjectState,
  type Upstream,
} from '../../platform.ts';
import { toHash } from '../hash.ts';
import { toHold } from '../holds/hold.ts';
import { locationIdOf, patientIdOf, practitionerIdOf } from '../known-ids.ts';
import { prepareKnown } from '../correction/prepare-known.ts';
import { prepareTransaction, type PreparedTransaction } from './prepare-transaction.ts';
import { refOf } from '../refs.ts';
import { toQuestion } from '../to-question.ts';
import { toLocalSystem, toVisitNumber } from '../systems.ts';
import type { Identities, Transaction } from './to-transaction.ts';

export type VisitState = Extract<SubjectState, { kind: 'visit' }>;

/**
 * The next message for a visit. Edges first (place, practitioner, patient), then a person's conditions (verification,
 * named performer), then a look for another sender's Encounter (field rule 2), then one transaction.
 * After an unknown answer the Encounter is looked up by identifier and adopted with all its contents.
 * A visit that was taken back needs none of this: where nothing of it arrived there is nothing to send.
 */
export function prepareVisit(state: VisitState, upstream: Upstream, progress: Progress, now: Date): Preparation {
  if (state.retracted) return prepareRetracted(state, upstream, progress);
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

function prepareRetracted(state: VisitState, upstream: Upstream, { reconcile, sentHash }: Progress): Preparation {
  if (upstream.has(refOf.visit(state.visit.id))) return toHold('penarikan-setelah-terkirim');
  if (!reconcile) return { do: 'settled' };
  const org = state.puskesmas.organization;
  return org === undefined ? toHold('organisasi-belum-ada') : { do: 'send', message: toLook(state, org, sentHash ?? '') };
}

interface Given {
  readonly upstream: Upstream;
  readonly progress: Progress;
  readonly now: Date;
}

/** Everything the visit leans on is there, and it has ended. */
function prepareReady(state: VisitState, ids: Identities, { upstream, progress, now }: Given): Preparation {
  const transaction = prepareTransaction(state, ids, progress.refused ?? new Map<string, string>());
  const known = upstream.get(refOf.visit(state.visit.id));
  if (known !== undefined) return prepareKnown(state, { transaction, upstream, ids, own: known });
  if (progress.reconcile) return { do: 'send', message: toAdoptingLook(state, transaction, { ids, progress }) };
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

function endOf(state: VisitState): Date {
  const bundle = state.bundle as Bundle;
  const encounter = bundle.entry?.find((entry) => entry.resource?.resourceType === 'Encounter')?.resource;
  return encounter?.resourceType === 'Encounter' ? new Date(encounter.period?.end ?? 0) : new Date(0);
}

/** Where no message of ours tells which version is there, what is found is compared with what we would send. */
function toAdoptingLook(
  state: VisitState,
  { bundle }: Transaction,
  { ids, progress }: { readonly ids: Identities; readonly progress: Progress },
): Message {
  const sent = progress.sentHash ?? severalVersions;
  if (sent !== severalVersions) return toLook(state, ids.organization, sent);
  const compare = new Map([[refOf.visit(state.visit.id), bundle.entry?.[0]?.resource]]);
  return { ...toLook(state, ids.organization, ''), compare };
}

function toLook(state: VisitState, organization: string, sentHash: string): Message {
  const identifier = encodeURIComponent(`${toLocalSystem('encounter', organization)}|${toVisitNumber(state.number)}`);
  const look = toQuestion('cari-kunjungan', `/Encounter?identifier=${identifier}`, refOf.visit(state.visit.id), organization);
  return { ...look, refs: [{ ref: refOf.visit(state.visit.id), hash: sentHash }] };
}

/** The local day in UTC: in WIB, WITA and WIT it begins on the UTC day before. */
function toOtherSenderLook({ visit, place }: VisitState, ids: Identities, now: Date): Message {
  const day = [0, 24 * 60].map((minutes) => toUtcText(toMoment(visit.date, minutes - toOffsetMinutes(place.zone))));
  const [from = '', to = ''] = day.map(encodeURIComponent);
  const path = `/Encounter?subject=${ids.patient}&date=ge${from}&date=lt${to}&service-provider=${ids.organization}`;
  const look = toQuestion('cari-pengirim-lain', path, refOf.visitAlone(visit.id), ids.organization);
  return { ...look, refs: [{ ref: refOf.visitAlone(visit.id), hash: now.toISOString() }] };
}

const freshMs = 10 * 60_000;

/** Another sender may come between our look and our message: an old look is repeated. */
function isFresh(lookedAt: string | undefined, now: Date): boolean {
  return lookedAt !== undefined && now.getTime() - new Date(lookedAt).getTime() < freshMs;
}

function toSend(state: VisitState, transaction: PreparedTransaction, ids: Identities): Message {
  const refs = transaction.resourceIds.map((id, index) => ({
    ref: index === 0 ? refOf.visit(state.visit.id) : refOf.resource(state.visit.id, id),
    hash: toHash(index === 0 ? transaction.bundle : transaction.bundle.entry?.[index]?.resource),
  }));
  const { bundle: body, leftOut } = transaction;
  const message = { plan: 'kirim-kunjungan', method: 'POST', path: '/', body, effect: true, refs, credential: ids.organization } as const;
  return { ...message, number: state.number, leftOut };
}
