import type { Message, Preparation, SubjectState, Upstream, UpstreamEntry } from '../../platform.ts';
import { foreignContents, isCompared, toComparedHash } from './compared.ts';
import { toHash } from '../hash.ts';
import { toHold } from '../holds/hold.ts';
import type { PreparedTransaction } from '../visit/prepare-transaction.ts';
import { refOf } from '../refs.ts';
import { toQuestion } from '../to-question.ts';
import type { Identities } from '../visit/identities.ts';
import type { Transaction } from '../visit/to-transaction.ts';

type VisitState = Extract<SubjectState, { kind: 'visit' }>;

/** Types whose resources a visit's transaction may hold besides the Encounter. */
export const contentTypes: readonly string[] = ['Observation', 'Procedure', 'Condition'];

/** A visit of ours that SATUSEHAT holds, with what it would be sent as now. */
export interface KnownVisit {
  readonly transaction: PreparedTransaction;
  readonly upstream: Upstream;
  readonly ids: Identities;
  readonly own: UpstreamEntry;
}

/** An Encounter that SATUSEHAT holds: its contents are adopted type by type; where it differs from what we hold, a person decides. */
export function prepareKnown(state: VisitState, known: KnownVisit): Preparation {
  const { transaction, upstream } = known;
  for (const type of typesToAdopt(known)) {
    const ids = idsOfType(transaction, type);
    const missing = isCompared(known.own) || ids.some((id) => !upstream.has(refOf.resource(state.visit.id, id)));
    if (missing && !upstream.has(refOf.visitContents(state.visit.id, type)))
      return { do: 'send', message: toContentsLook(state, known, type) };
  }
  return isAsSent(state, known) || isAsCompared(state, known)
    ? { do: 'settled', leftOut: transaction.leftOut }
    : toHold('koreksi-setelah-terkirim');
}

/** Of what was compared nothing may be overlooked, also of types we have nothing of. */
function typesToAdopt({ transaction, own }: KnownVisit): ReadonlySet<string> {
  return new Set(isCompared(own) ? contentTypes : transaction.bundle.entry?.slice(1).map((entry) => entry.resource?.resourceType ?? ''));
}

function isAsSent({ visit }: VisitState, { transaction, upstream, own }: KnownVisit): boolean {
  const whole = transaction.resourceIds.slice(1).every((id) => upstream.has(refOf.resource(visit.id, id)));
  return whole && own.hash === toHash(transaction.bundle);
}

/** What was found without our knowing which version it is: every resource was read and says what we would say, and no other of ours is there. */
function isAsCompared({ visit }: VisitState, { transaction, upstream, own }: KnownVisit): boolean {
  const [encounter, ...parts] = transaction.bundle.entry ?? [];
  const same = parts.every(({ resource }, index) => {
    const ref = refOf.resource(visit.id, transaction.resourceIds[index + 1] ?? '');
    return upstream.get(ref)?.hash === toHash(resource);
  });
  const alone = contentTypes.every((type) => upstream.get(refOf.visitContents(visit.id, type))?.hash !== foreignContents);
  return same && alone && own.hash === toComparedHash(encounter?.resource);
}

function idsOfType(transaction: Transaction, type: string): readonly string[] {
  return transaction.resourceIds.filter((_, index) => transaction.bundle.entry?.[index]?.resource?.resourceType === type);
}

function toContentsLook(state: VisitState, { transaction, own, ids }: KnownVisit, type: string): Message {
  const parts = idsOfType(transaction, type).map((id) => [refOf.resource(state.visit.id, id), resourceOf(transaction, id)] as const);
  const message = toQuestion(`adopsi-isi:${type}`, `/${type}?encounter=${own.platformId}`, '', ids.organization);
  const refs = [...parts.map(([ref]) => ({ ref, hash: '' })), { ref: refOf.visitContents(state.visit.id, type), hash: '' }];
  return { ...message, refs, ...(isCompared(own) ? { compare: new Map(parts) } : {}) };
}

function resourceOf({ bundle, resourceIds }: Transaction, id: string): unknown {
  return bundle.entry?.[resourceIds.indexOf(id)]?.resource;
}
