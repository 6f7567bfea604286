import type { Bundle, Encounter, Resource } from '@medplum/fhirtypes';
import type { Progress, Upstream, UpstreamEntry } from '../../platform.ts';
import type { SubjectState } from '../../subject.ts';
import { toHash } from '../../hash.ts';
import { refOf } from '../refs.ts';
import { prepareTransaction, type PreparedTransaction } from '../visit/prepare-transaction.ts';
import type { Identities } from '../visit/identities.ts';
import type { VisitSettings } from '../visit/visit-settings.ts';
import type { CorrectionTable } from './ways.ts';

export type VisitState = Extract<SubjectState, { kind: 'visit' }>;

/** A visit of ours that SATUSEHAT holds, with what it would be sent as now under a number of a person. */
export interface HeldVisit {
  readonly state: VisitState;
  readonly upstream: Upstream;
  readonly progress: Progress;
  readonly ids: Identities;
  /** Its Encounter there. */
  readonly own: UpstreamEntry;
  readonly transaction: PreparedTransaction;
  readonly table: CorrectionTable;
  readonly settings: VisitSettings;
}

/** One resource of a visit, as it stands in its transaction: with our ids inside. */
export interface Part {
  readonly ref: string;
  readonly id: string;
  readonly resource: Resource;
  readonly hash: string;
}

/** The resources of the visit as it is now, without its Encounter. */
export function presentParts({ state, transaction }: HeldVisit): readonly Part[] {
  return toParts(state, transaction).slice(1);
}

/** The Encounter of the visit as it is now. */
export function encounterPart({ state, transaction }: HeldVisit): Part & { readonly resource: Encounter } {
  const [part] = toParts(state, transaction);
  if (part?.resource.resourceType !== 'Encounter') throw new Error('A transaction begins with its Encounter');
  return { ...part, ref: refOf.visit(state.visit.id), resource: part.resource };
}

/**
 * Resources that SATUSEHAT holds of an earlier version and the visit has no more, each as it was last. What is still in the visit and only not sent
 * any more (a table that changed) is none of them.
 */
export function goneParts(held: HeldVisit): readonly Part[] {
  const { state, ids, upstream, settings } = held;
  const standing = new Set([...held.transaction.resourceIds, ...resourceIdsOf(state.bundle)]);
  const leftOut = new Set(held.transaction.leftOut);
  const gone = new Map<string, Part>();
  for (const bundle of state.former ?? [])
    for (const part of toParts(state, prepareTransaction({ ...state, bundle }, ids, nothingRefused, settings)).slice(1)) {
      const known = upstream.has(part.ref) && !standing.has(part.id) && !leftOut.has(part.ref);
      if (known && !gone.has(part.id)) gone.set(part.id, part);
    }
  return [...gone.values()];
}

function toParts({ visit }: VisitState, { bundle, resourceIds }: PreparedTransaction): readonly Part[] {
  return (bundle.entry ?? []).flatMap(({ resource }, index) => {
    const id = resourceIds[index] ?? '';
    return resource === undefined ? [] : [{ id, ref: refOf.resource(visit.id, id), resource, hash: toHash(resource) }];
  });
}

/** Our ids of the resources in a Bundle of ours. */
export function resourceIdsOf(bundle: unknown): readonly string[] {
  return ((bundle as Bundle).entry ?? []).flatMap(({ resource }) => resource?.id ?? []);
}

/** The end of the visit, as its Encounter has it here. */
export function endOfVisit({ bundle }: VisitState): string {
  const found = ((bundle as Bundle).entry ?? []).map(({ resource }) => resource).find((one) => one?.resourceType === 'Encounter');
  const { end, start } = found?.resourceType === 'Encounter' ? (found.period ?? {}) : {};
  return end ?? start ?? '';
}

/** True where everybody a visit leans on is known, so that it can be said again. */
export function isSayable({ location, patient, practitioner }: Identities): boolean {
  return location.id !== '' && patient !== '' && practitioner !== '';
}

/** Refusals of what SATUSEHAT does not hold: what it holds in an older version stays in the visit, however a newer one was refused. */
export function refusalsOfNew(refused: Progress['refused'], upstream: Upstream): ReadonlyMap<string, string> {
  return new Map([...(refused ?? nothingRefused)].filter(([ref]) => !upstream.has(ref)));
}

const nothingRefused: ReadonlyMap<string, string> = new Map();
