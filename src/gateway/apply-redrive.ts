import { isWaiting } from '../map/sending-of.ts';
import type { Tx } from '../store/db.ts';
import type { RedrivenDebt } from '../store/redrive.ts';
import { toHoldIssues } from './hold-issue.ts';
import type { PlannedRedrive, RedrivePlanning } from './plan-redrive.ts';

/**
 * Does what was planned, within a transaction. What visits lean on is owed first: whoever holds a parent's row holds it before its children's.
 * A debt that changed since it was planned is left to whoever changed it. Returns what was done.
 */
export async function applyRedrive(
  tx: Tx,
  planned: readonly PlannedRedrive[],
  { store, platform, now }: Pick<RedrivePlanning, 'store' | 'platform' | 'now'>,
): Promise<readonly PlannedRedrive[]> {
  const changes = planned.filter(isChange);
  const parents = changes.filter(waitsForParents).flatMap((one) => one.parents);
  await store.owed.owe(
    tx,
    parents.map((subject) => ({ platform, subject, version: 1, due: now, beginning: { state: 'ready' } })),
    now,
  );
  const locked = await store.owed.lockDebts(
    tx,
    platform,
    changes.map(({ debt }) => debt.subject),
  );
  const asSeen = new Set(locked.map(({ subject, state, reason }) => JSON.stringify([subject.kind, subject.id, state, reason])));
  const isAsSeen = ({ debt: { subject, own } }: PlannedRedrive): boolean =>
    asSeen.has(JSON.stringify([subject.kind, subject.id, own.state, own.reason]));
  await store.owed.redrive(tx, platform, changes.filter(isAsSeen).map(toRedriven), now);
  return planned.map((one) => (isChange(one) && !isAsSeen(one) ? { ...one, decision: { does: 'leased' } } : one));
}

/** What waits for the very thing it would wait for stays as it is; who waits for a NIK may not have been looked for yet. */
function isChange({ debt, decision }: PlannedRedrive): boolean {
  if (decision.does !== 'waiting') return decision.does === 'ready' || decision.does === 'moved';
  return decision.reason === withoutNik || debt.own.state !== 'waiting' || debt.own.reason !== decision.reason;
}

function waitsForParents({ decision }: PlannedRedrive): boolean {
  return decision.does === 'waiting' && (decision.reason === 'menunggu-induk' || decision.reason === withoutNik);
}

/** For a visit whose person has no NIK: it leans on its parents like any other, should the person be found without one. */
const withoutNik = 'tanpa-nik';

function toRedriven(planned: PlannedRedrive): RedrivenDebt {
  const { debt, decision, parents } = planned;
  const { subject } = debt;
  if (decision.does === 'waiting') {
    const to = { state: 'waiting', reason: decision.reason } as const;
    return { subject, to, anew: true, ...(waitsForParents(planned) ? { on: parents } : {}) };
  }
  if (decision.does !== 'moved') return { subject, to: { state: 'ready' }, anew: true };
  const { reason } = decision;
  const to = isWaiting(reason)
    ? ({ state: 'waiting', reason } as const)
    : ({ state: 'held', reason, issues: toHoldIssues(reason) } as const);
  return { subject, to, anew: false };
}
