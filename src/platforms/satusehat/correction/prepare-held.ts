import type { Preparation, Progress, Upstream } from '../../platform.ts';
import { toHold } from '../holds/hold.ts';
import { locationIdOf, patientIdOf, practitionerIdOf } from '../known-ids.ts';
import { refOf } from '../refs.ts';
import { prepareTransaction } from '../visit/prepare-transaction.ts';
import type { Identities } from '../visit/identities.ts';
import type { VisitSettings } from '../visit/visit-settings.ts';
import { refusalsOfNew, type HeldVisit, type VisitState } from './held-visit.ts';
import { toLeftoverIssues } from './by-hand.ts';
import { asSentTo, isStrangers, othersOf } from './elsewhere.ts';
import { toEncounterLook } from './held-looks.ts';
import { isDoneByHand, prepareKnown } from './prepare-known.ts';
import { beginRepair, prepareRepair } from './prepare-repair.ts';
import { prepareRetractedVisit } from './prepare-retracted.ts';
import type { CorrectionTable } from './ways.ts';

interface Given {
  readonly upstream: Upstream;
  readonly progress: Progress;
  readonly table: CorrectionTable;
  readonly settings: VisitSettings;
}

/** A visit that SATUSEHAT holds, by what it would be sent as for these; undefined where SATUSEHAT does not hold it. */
export function toHeldVisit(state: VisitState, ids: Identities, { upstream, progress, table, settings }: Given): HeldVisit | undefined {
  const own = upstream.get(refOf.visit(state.visit.id));
  if (own === undefined) return undefined;
  const transaction = prepareTransaction(state, ids, refusalsOfNew(progress.refused, upstream), settings);
  return { state, upstream, progress, ids, own, transaction, table, settings };
}

/** A visit that stands under the record of its person is corrected there; one that stands under another is taken back there first. */
export function prepareStanding(held: HeldVisit): Preparation {
  const { state, upstream, ids } = held;
  const under = upstream.get(refOf.visitPatient(state.visit.id))?.platformId;
  // Nothing is looked for in a record before it is known whose it is.
  if (under === undefined && othersOf(state).length > 0) return { do: 'send', message: toEncounterLook(held, 'lihat-kunjungan') };
  return under === undefined || under === ids.patient ? prepareKnown(held) : beginRepair(held, under, ids.patient);
}

/**
 * What goes before everything else, whatever holds the visit or it waits for: taking it back from a stranger's record, also before the right one is
 * known, and ending what was taken back here. Undefined where nothing of that kind is to be done.
 */
export function prepareEarlier(state: VisitState, given: Given): Preparation | undefined {
  const { upstream } = given;
  const { id } = state.visit;
  const wrong = upstream.get(refOf.visitRepair(id))?.platformId;
  const isThere = upstream.has(refOf.visit(id));
  const stranger = wrong === undefined && isThere ? findStranger(state, upstream) : undefined;
  if (stranger !== undefined) return begin(state, given, stranger);
  if (wrong === undefined && !state.retracted) return undefined;
  return isThere ? takeBack(state, given, wrong) : endLeftover(state, upstream);
}

/** Whose record it stands under, where that is certainly somebody else's. */
function findStranger(state: VisitState, upstream: Upstream): string | undefined {
  const under = upstream.get(refOf.visitPatient(state.visit.id))?.platformId;
  return under !== undefined && isStrangers(state, under, upstream) ? under : undefined;
}

function begin(state: VisitState, given: Given, under: string): Preparation | undefined {
  const held = toFormer(state, given, under);
  if (held === undefined || 'do' in held) return held;
  const { person, nikKey, motherKey } = state;
  return beginRepair(held, under, patientIdOf({ id: person.id, nikKey, motherKey }, given.upstream));
}

function takeBack(state: VisitState, given: Given, wrong: string | undefined): Preparation | undefined {
  const patient = wrong ?? given.upstream.get(refOf.visitPatient(state.visit.id))?.platformId;
  const held = toFormer(state, given, patient);
  if (held === undefined || 'do' in held) return held;
  return wrong === undefined ? prepareRetractedVisit(held) : prepareRepair(held);
}

/** A visit as it was sent to the record it stands under. */
function toFormer(state: VisitState, given: Given, patient: string | undefined): HeldVisit | Preparation | undefined {
  const { organization } = state.puskesmas;
  if (organization === undefined) return toHold('organisasi-belum-ada');
  const sent = patient === undefined ? state : asSentTo(state, patient, given.upstream);
  return toHeldVisit(sent, toFormerIdentities(state, given.upstream, { organization, patient }), given);
}

/** Of a visit that is there no more, what stands under somebody else's record is still for a person. */
function endLeftover(state: VisitState, upstream: Upstream): Preparation | undefined {
  const leftover = upstream.get(refOf.visitLeftover(state.visit.id));
  if (leftover === undefined || !state.retracted) return undefined;
  if (isDoneByHand(state)) return { do: 'settled', forget: [leftover.ref] };
  return { ...toHold('koreksi-perlu-tangan'), issues: [...toHold('koreksi-perlu-tangan').issues, ...toLeftoverIssues(leftover.hash)] };
}

/** Whom and what the visit leans on, as far as it is known still; empty where it is not. */
function toFormerIdentities(
  { place, person, responsible, nikKey, care }: VisitState,
  upstream: Upstream,
  { organization, patient }: { readonly organization: string; readonly patient: string | undefined },
): Identities {
  const episode = upstream.get(refOf.episode(care?.id ?? ''))?.platformId;
  return {
    organization,
    location: { id: orEmpty(locationIdOf(place, upstream)), name: place.name },
    patient: orEmpty(patient ?? patientIdOf({ id: person.id, nikKey }, upstream)),
    practitioner: orEmpty(responsible && practitionerIdOf(responsible, upstream)),
    ...(episode !== undefined && { episode }),
  };
}

function orEmpty(id: string | undefined): string {
  return id ?? '';
}
