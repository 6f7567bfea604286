import type { Bundle, BundleEntry } from '@medplum/fhirtypes';
import { systems } from '../../fhir/systems.ts';
import type { Environment, Subject, SubjectState } from '../subject.ts';
import type { Message, Preparation, Progress, Upstream } from '../platform.ts';
import { toHash } from '../hash.ts';
import { toLookForContents } from './look-for-contents.ts';
import { readContents } from './read-contents.ts';
import { refOf, serverCredential } from './refs.ts';
import { toCareEntry } from './to-care-entry.ts';
import { toPatientEntry, type IdentityShown } from './to-patient-entry.ts';
import { toPlaceEntries } from './to-place-entries.ts';
import { toVisitMessage, type VisitState } from './to-visit-bundle.ts';

/** What is known when a message is prepared. */
export interface Given {
  readonly upstream: Upstream;
  readonly progress: Progress;
  readonly environment: Environment;
  readonly identity: IdentityShown;
}

/**
 * The next message for a subject: one transaction of conditional updates, so that sending it again changes nothing. After a lost answer only a
 * visit is looked at first, because what it has no more is deleted by the server's own ids.
 */
export function prepareFor(subject: SubjectState, given: Given): Preparation {
  switch (subject.kind) {
    case 'place':
      return prepareEntries(refOf.place(subject.place.code), toPlaceEntries(subject.place, subject.puskesmas), given);
    case 'practitioner':
      // No resource of our Bundles refers to a person who served; the place stands for it (field rule 1).
      return { do: 'settled' };
    case 'patient':
      return prepareEntries(refOf.patient(subject.person.id), [toPatientEntry(subject.person, given.identity, toTag(given))], given);
    case 'episode':
      return prepareCare(subject, given);
    case 'visit':
      return prepareVisit(subject, given);
  }
}

function toTag({ environment }: Given): { readonly system: string; readonly code: string } {
  return { system: systems.environment, code: environment };
}

function prepareEntries(ref: string, entry: readonly BundleEntry[], { upstream }: Given): Preparation {
  const bundle: Bundle = { resourceType: 'Bundle', type: 'transaction', entry: [...entry] };
  const hash = toHash(bundle);
  return upstream.get(ref)?.hash === hash ? { do: 'settled' } : { do: 'send', message: toSend('kirim', bundle, [{ ref, hash }]) };
}

function prepareCare({ care, person, puskesmas, gone }: Extract<SubjectState, { kind: 'episode' }>, given: Given): Preparation {
  const ref = refOf.episode(care.id);
  if (gone && !given.upstream.has(ref)) return { do: 'settled' };
  const waiting = waitFor([[refOf.patient(person.id), { kind: 'patient', id: person.id }]], given.upstream);
  return waiting ?? prepareEntries(ref, [toCareEntry(care, { person: person.id, puskesmas: puskesmas.code, gone })], given);
}

function prepareVisit(state: VisitState, given: Given): Preparation {
  const { upstream, progress } = given;
  const { visit } = state;
  if (progress.reconcile) return { do: 'send', message: toLookForContents(state) };
  const contents = readContents(upstream.get(refOf.contents(visit.id)));
  if (state.retracted && contents.size === 0) return { do: 'settled' };
  const waiting = waitFor(leansOn(state), upstream);
  if (waiting !== undefined) return waiting;
  const { bundle, put } = toVisitMessage(state, contents);
  const hash = toHash(toVisitMessage(state, new Map()).bundle);
  if (upstream.get(refOf.visit(visit.id))?.hash === hash) return { do: 'settled' };
  const refs = [{ ref: refOf.visit(visit.id), hash }, ...put.map((id) => ({ ref: `${refOf.contents(visit.id)}/${id}`, hash: '' }))];
  return { do: 'send', message: toSend('kirim-kunjungan', bundle, refs) };
}

function leansOn({ place, person }: VisitState): readonly (readonly [string, Subject])[] {
  return [
    [refOf.place(place.code), { kind: 'place', id: place.code }],
    [refOf.patient(person.id), { kind: 'patient', id: person.id }],
  ];
}

/** A conditional reference to what is not there fails the whole transaction. */
function waitFor(parents: readonly (readonly [string, Subject])[], upstream: Upstream): Preparation | undefined {
  const on = parents.filter(([ref]) => !upstream.has(ref)).map(([, subject]) => subject);
  return on.length === 0 ? undefined : { do: 'wait', reason: 'menunggu-induk', on };
}

function toSend(plan: string, body: Bundle, refs: Message['refs']): Message {
  return { plan, method: 'POST', path: '/', body, effect: true, refs, credential: serverCredential };
}
