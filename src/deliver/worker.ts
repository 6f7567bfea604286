import { createBreaker, type Breaker } from './breaker.ts';
import type { Debt } from './debt.ts';
import { deliverDebt } from './deliver-debt.ts';
import type { Hand } from './hand.ts';
import { createLanes, type Lanes } from './lanes.ts';
import type { WorkerParts } from './worker-parts.ts';

/** What one look at what is due shares with the looks before and after it. */
export interface Round {
  /** Once aborted no further debt is begun; those in flight end their message, and the others go back at once. */
  readonly signal?: AbortSignal;
  /** Debts that could not be given back because the store was away. */
  readonly unreturned?: Debt[];
  /** What is known of those for whom debts leave; made anew where it is absent. */
  readonly lanes?: Lanes;
}

/**
 * The way out: claims what is owed and due, lets the platform prepare a message from the current version, sends it,
 * decides upon the answer, and settles the debt, tries again, looks it up, leaves refused parts out, holds it or parks it for a person.
 * Returns how many debts were looked at; zero means that nothing is due now. Throws the first fault of our own after all others have ended:
 * a debt that met one goes back where certainly nothing left for the platform, else it comes back when its lease ends and is looked up.
 */
export async function deliverDue(parts: WorkerParts, breaker: Breaker = createBreaker(), round: Round = {}): Promise<number> {
  const { signal, unreturned = [], lanes = createLanesOf(parts, breaker) } = round;
  await giveBack(parts, unreturned.splice(0), { unreturned, restMs: 0 });
  if (signal?.aborted === true) return 0;
  const debts = await parts.ledger.claim(parts.now(), parts.concurrency * 4, lanes.choose(parts.now()));
  const queue = [...debts];
  const faults: { readonly fault: unknown; readonly hand: Hand }[] = [];
  const working = Array.from({ length: Math.min(parts.concurrency, queue.length) }, async () => {
    while (signal?.aborted !== true) {
      const debt = queue.shift();
      if (debt === undefined) return;
      const hand: Hand = { debt, leaving: false, effects: 0 };
      await deliverDebt({ ...parts, breaker, lanes, signal }, hand).catch((fault: unknown) => faults.push({ fault, hand }));
    }
  });
  await Promise.all(working);
  await giveBack(parts, queue, { unreturned, restMs: 0 });
  if (faults.length > 0) await returnUnsent(parts, faults, unreturned);
  return debts.length;
}

/** What a worker knows of those for whom debts leave; it lasts as long as the worker. */
export function createLanesOf({ quota, urgent }: WorkerParts, breaker: Breaker): Lanes {
  return createLanes(breaker, quota, urgent ?? (() => undefined));
}

/** The rest keeps a debt that always meets a fault from taking the turn of the others. */
async function returnUnsent(
  parts: WorkerParts,
  faults: readonly { readonly fault: unknown; readonly hand: Hand }[],
  unreturned: Debt[],
): Promise<never> {
  const unsent = faults.flatMap(({ hand }) => (hand.leaving ? [] : [hand.debt]));
  await giveBack(parts, unsent, { unreturned, restMs: parts.policy.quietMs }).catch(() => undefined);
  throw faults[0]?.fault;
}

/** What cannot be given back now is kept for the next look. */
async function giveBack(
  { ledger, now }: WorkerParts,
  debts: readonly Debt[],
  { unreturned, restMs }: { readonly unreturned: Debt[]; readonly restMs: number },
): Promise<void> {
  if (debts.length === 0) return;
  const at = now();
  await ledger.giveBack(debts, new Date(at.getTime() + restMs), at).catch((fault: unknown) => {
    unreturned.push(...debts);
    throw fault;
  });
}
