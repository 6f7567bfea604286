import type { Bundle, BundleEntry } from '@medplum/fhirtypes';
import type { Issue } from '../../../fhir/issue.ts';
import { holdBack } from '../../../map/bundle/hold-back.ts';
import type { SubjectState } from '../../platform.ts';
import { toHash } from '../hash.ts';
import { refOf } from '../refs.ts';
import { toTransaction, type Identities, type Transaction } from './to-transaction.ts';

type VisitState = Extract<SubjectState, { kind: 'visit' }>;

/** A visit's transaction, and which of its resources stay out because SATUSEHAT refused them as they are, or they must refer to such a one. */
export interface PreparedTransaction extends Transaction {
  readonly leftOut: readonly string[];
}

/**
 * The transaction of a visit without what SATUSEHAT refused as it is. What must refer to that stays out too, other references to it are dropped;
 * without its closing Condition the Encounter is not closed (rule 10457). What changed since it was refused goes again.
 */
export function prepareTransaction(state: VisitState, ids: Identities, refused: ReadonlyMap<string, string>): PreparedTransaction {
  const whole = toTransaction(toVisiting(state), ids);
  const isRefused = (entry: BundleEntry): boolean => refused.get(refOf.resource(state.visit.id, idOf(entry))) === toHash(entry.resource);
  const findRefused = ({ entry = [] }: Bundle): readonly BundleEntry[] => entry.slice(1).filter(isRefused);
  const open = findRefused(whole.bundle).some((entry) => idOf(entry) === state.closingId);
  let { bundle } = open ? toTransaction({ ...toVisiting(state), closing: undefined }, ids) : whole;
  for (let found = findRefused(bundle); found.length > 0; found = findRefused(bundle))
    bundle = holdBack(bundle, new Map(found.map(({ fullUrl = '' }) => [fullUrl, [refusal]]))).bundle;
  const resourceIds = (bundle.entry ?? []).map(idOf);
  const kept = new Set(resourceIds);
  const leftOut = whole.resourceIds.filter((id) => !kept.has(id)).map((id) => refOf.resource(state.visit.id, id));
  return { bundle, resourceIds, leftOut };
}

function toVisiting(state: VisitState): Parameters<typeof toTransaction>[0] {
  const { visit, policy, closingId, localIds, number, partNumbers } = state;
  return { number, partNumbers, bundle: state.bundle as Bundle, closing: policy?.closing[visit.service], closingId, localIds };
}

function idOf({ fullUrl = '' }: BundleEntry): string {
  return fullUrl.slice('urn:uuid:'.length);
}

/** Only marks what is held back; why it was refused is kept with the refusal. */
const refusal: Issue = { severity: 'error', type: 'processing', code: 'sebagian-ditolak', text: '', diagnostics: '' };
