import type { Bundle, BundleEntry } from '@medplum/fhirtypes';
import type { SubjectState } from '../../subject.ts';
import { toHash } from '../../hash.ts';
import { refOf } from '../refs.ts';
import type { Identities } from './identities.ts';
import { toTransaction, type Transaction } from './to-transaction.ts';
import { visitSettings, type VisitSettings } from './visit-settings.ts';
import type { Visiting } from './visiting.ts';

type VisitState = Extract<SubjectState, { kind: 'visit' }>;

/** A visit's transaction, and which of its resources stay out because SATUSEHAT refused them as they are, or they must refer to such a one. */
export interface PreparedTransaction extends Transaction {
  readonly leftOut: readonly string[];
}

/**
 * The transaction of a visit without what SATUSEHAT refused as it is. What must refer to that stays out too, other references to it are dropped;
 * without a diagnosis or closing Condition the Encounter is not closed (rule 10457). What changed since it was refused goes again.
 */
export function prepareTransaction(
  state: VisitState,
  ids: Identities,
  refused: ReadonlyMap<string, string>,
  settings: VisitSettings = visitSettings,
): PreparedTransaction {
  const visiting = toVisiting(state, settings);
  const isRefused = (entry: BundleEntry): boolean => refused.get(refOf.resource(state.visit.id, idOf(entry))) === toHash(entry.resource);
  const whole = toTransaction(visiting, ids);
  const without = new Set<string>();
  let made = whole;
  for (let found = findIn(made.bundle, isRefused); found.length > 0; found = findIn(made.bundle, isRefused)) {
    for (const id of found) without.add(id);
    made = toTransaction(visiting, ids, without);
  }
  const kept = new Set(made.resourceIds);
  const leftOut = whole.resourceIds.filter((id) => !kept.has(id)).map((id) => refOf.resource(state.visit.id, id));
  return { ...made, leftOut };
}

/** The Encounter itself cannot be left out. */
function findIn({ entry = [] }: Bundle, isRefused: (entry: BundleEntry) => boolean): readonly string[] {
  return entry.slice(1).filter(isRefused).map(idOf);
}

function toVisiting(state: VisitState, settings: VisitSettings): Visiting {
  const { visit, policy, closingId, localIds, localItems, requestIds, number, partNumbers, contact } = state;
  return {
    ...{ number, partNumbers, closingId, localIds, localItems, requestIds, contact, settings },
    bundle: state.bundle as Bundle,
    closing: policy?.closing[visit.service],
    freeTexts: new Set(visit.elements.flatMap(({ value, fields = {} }) => [value, ...Object.values(fields)].flatMap(toFreeText))),
    byKader: visit.recorder === 'kader' && !visit.verified,
  };
}

function toFreeText(value: VisitState['visit']['elements'][number]['value']): readonly string[] {
  return value.kind === 'text' ? [value.text] : [];
}

function idOf({ fullUrl = '' }: BundleEntry): string {
  return fullUrl.slice('urn:uuid:'.length);
}
