import type { Bundle } from '@medplum/fhirtypes';
import { toMoment, toOffsetMinutes, toUtcText } from '../../../map/places/local-time.ts';
import { severalVersions, type Message, type Preparation, type Progress, type Upstream } from '../../platform.ts';
import type { Subject, SubjectState } from '../../subject.ts';
import { toHash } from '../../hash.ts';
import { toHold } from '../holds/hold.ts';
import { locationIdOf, patientIdOf, practitionerIdOf } from '../known-ids.ts';
import { toVisitHash } from '../correction/compared.ts';
import { prepareEarlier, prepareStanding, toHeldVisit } from '../correction/prepare-held.ts';
import type { CorrectionTable } from '../correction/ways.ts';
import { prepareTransaction, type PreparedTransaction } from './prepare-transaction.ts';
import { refOf } from '../refs.ts';
import { toQuestion } from '../to-question.ts';
import { toVisitIdentifier } from '../systems.ts';
import { findDangling } from './find-dangling.ts';
import type { Identities } from './identities.ts';
import { toRemarks } from './to-remarks.ts';
import type { Transaction } from './to-transaction.ts';
import type { VisitSettings } from './visit-settings.ts';

export type VisitState = Extract<SubjectState, { kind: 'visit' }>;

/** What is known upstream, how far the visit has come, when it is, and what the district chose. */
export interface Given {
  readonly upstream: Upstream;
  readonly progress: Progress;
  readonly now: Date;
  readonly settings: VisitSettings;
  /** What a machine may change there after it was sent. */
  readonly table: CorrectionTable;
}

/**
 * The next message for a visit. Edges first (place, practitioner, patient, course of care), then a person's conditions (verification,
 * named performer), then a look for another sender's Encounter (field rule 2), then one transaction.
 * After an unknown answer the Encounter is looked up by identifier and adopted with all its contents.
 * A visit that was taken back needs none of this: where nothing of it arrived there is nothing to send.
 */
export function prepareVisit(state: VisitState, given: Given): Preparation {
  const { upstream, now } = given;
  const earlier = prepareEarlier(state, given);
  if (earlier !== undefined) return earlier;
  if (state.retracted) return prepareRetracted(state, given);
  const org = state.puskesmas.organization;
  if (org === undefined) return toHold('organisasi-belum-ada');
  const hold = findHold(state);
  if (hold !== undefined) return hold;
  const ids = joinIdentities(state, { upstream, now }, org);
  if ('waitOn' in ids) return { do: 'wait', reason: 'menunggu-induk', on: ids.waitOn };
  const end = endOf(state);
  if (end.getTime() > now.getTime()) return { do: 'wait', reason: 'menunggu-waktu', notBefore: end };
  return prepareReady(state, ids, given);
}

function prepareRetracted(state: VisitState, { progress: { reconcile, sentHash } }: Given): Preparation {
  if (!reconcile) return { do: 'settled' };
  const org = state.puskesmas.organization;
  return org === undefined ? toHold('organisasi-belum-ada') : { do: 'send', message: toLook(state, org, sentHash ?? '') };
}

/** Everything the visit leans on is there, and it has ended. */
function prepareReady(state: VisitState, ids: Identities, given: Given): Preparation {
  const { upstream, progress, now, settings } = given;
  const held = toHeldVisit(state, ids, given);
  if (held !== undefined) return prepareStanding(held);
  const transaction = prepareTransaction(state, ids, progress.refused ?? new Map<string, string>(), settings);
  if (progress.reconcile) return { do: 'send', message: toAdoptingLook(state, transaction, { ids, progress }) };
  return isAlone(state, upstream, now)
    ? prepareSending(state, { transaction, ids, upstream })
    : { do: 'send', message: toOtherSenderLook(state, ids, now) };
}

/** Where the head declared that nobody else sends under this Organization there is nobody to look for (field rule 2). */
function isAlone({ policy, visit }: VisitState, upstream: Upstream, now: Date): boolean {
  return policy?.otherSenders === false || isFresh(upstream.get(refOf.visitAlone(visit.id))?.hash, now);
}

/** Nothing leaves that refers to what is not there: SATUSEHAT would keep it so for ever. */
function prepareSending(state: VisitState, sending: Sending): Preparation {
  if (findDangling(sending.transaction.bundle).length > 0) return toHold('rujukan-menggantung');
  return { do: 'send', message: toSend(state, sending) };
}

function findHold(state: VisitState): Preparation | undefined {
  const { policy, responsible, visit } = state;
  if (policy?.verificationRequired === true && !visit.verified) return toHold('belum-diverifikasi');
  if (policy?.namedPerformer !== true) return toHold('pelaksana-belum-ditetapkan');
  if (responsible === undefined) return toHold('penanggung-jawab-belum-ada');
  return undefined;
}

/** The numbers of everything a visit leans on; where one is missing, which subjects to wait for. */
function joinIdentities(
  state: VisitState,
  given: Pick<Given, 'upstream' | 'now'>,
  organization: string,
): Identities | { readonly waitOn: readonly Subject[] } {
  const leans = listLeans(state, given);
  const waitOn = leans.flatMap(({ id, on }) => (id === undefined ? [on] : []));
  if (waitOn.length > 0) return { waitOn };
  const numberOf = (kind: Subject['kind']): string => leans.find(({ on }) => on.kind === kind)?.id ?? '';
  return {
    organization,
    location: { id: numberOf('place'), name: state.place.name },
    patient: numberOf('patient'),
    practitioner: numberOf('practitioner'),
    ...(state.care && { episode: numberOf('episode') }),
  };
}

interface Lean {
  readonly id: string | undefined;
  readonly on: Subject;
}

function listLeans(
  { place, person, responsible, nikKey, motherKey, care }: VisitState,
  { upstream, now }: Pick<Given, 'upstream' | 'now'>,
): readonly Lean[] {
  return [
    { id: locationIdOf(place, upstream), on: { kind: 'place', id: place.code } },
    { id: responsible && practitionerIdOf(responsible, upstream), on: { kind: 'practitioner', id: responsible?.key ?? '' } },
    { id: patientIdOf({ id: person.id, nikKey, motherKey }, upstream, now), on: { kind: 'patient', id: person.id } },
    ...(care ? [{ id: upstream.get(refOf.episode(care.id))?.platformId, on: { kind: 'episode', id: care.id } as const }] : []),
  ];
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
  const { system = '', value = '' } = toVisitIdentifier(state.number, organization);
  const identifier = encodeURIComponent(`${system}|${value}`);
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

interface Sending {
  readonly transaction: PreparedTransaction;
  readonly ids: Identities;
  readonly upstream: Upstream;
}

function toSend(state: VisitState, { transaction, ids, upstream }: Sending): Message {
  const refs = transaction.resourceIds.map((id, index) => ({
    ref: index === 0 ? refOf.visit(state.visit.id) : refOf.resource(state.visit.id, id),
    hash: index === 0 ? toVisitHash(transaction.bundle) : toHash(transaction.bundle.entry?.[index]?.resource),
  }));
  const { bundle: body, leftOut } = transaction;
  const remarks = toRemarks(transaction.staying);
  const plan = upstream.has(refOf.visitLeftover(state.visit.id)) ? 'kirim-kunjungan:lanjut' : 'kirim-kunjungan';
  const message = { plan, method: 'POST', path: '/', body, effect: true, refs, credential: ids.organization } as const;
  return { ...message, number: state.number, leftOut, ...(remarks.length > 0 && { remarks }) };
}
