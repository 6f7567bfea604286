import type { Debt, Exchange, Ledger } from '../deliver/debt.ts';
import type { Learned } from '../deliver/decide.ts';
import type { Site } from '../map/place.ts';
import { severalVersions, type Message } from '../platforms/platform.ts';
import type { Subject } from '../platforms/subject.ts';
import type { Attempt, AttemptOf } from './attempts.ts';
import type { Tx } from './db.ts';
import type { Beginning } from './debts.ts';
import { gather } from './gather.ts';
import { isOfIndex } from './is-of-index.ts';
import { loadSubject } from './subjects/load-subject.ts';
import type { Telling } from './subjects/loading.ts';
import type { Store } from './open-store.ts';
import type { Settled } from './settle.ts';
import { shareReads } from './share-reads.ts';

export interface LedgerOptions extends Telling {
  readonly platform: string;
  readonly owner: string;
  /** Longer than a message may take and the quiet time after it together. */
  readonly leaseMs: number;
  /** The site as last imported. */
  readonly site: () => Promise<Site>;
}

/** The worker's view of the store for one platform: each call is one transaction, which calls that come at once share. */
export function createLedger(store: Store, options: LedgerOptions): Ledger {
  const { platform, owner, leaseMs } = options;
  const shared = shareReads(store, platform);
  const begin = gather((all: readonly Beginning[]) => store.owed.beginAll(store.db, platform, all));
  const record = gather((all: readonly AttemptOf[]) => store.attempts.recordAttempts(store.db, all).then(() => all.map(() => undefined)));
  return {
    claim: (now, limit, choice) => store.owed.claim(store.db, { platform, owner, now, leaseMs, limit, choice }),
    load: async (debt) => loadSubject(shared.store, debt, { ...options, site: await options.site() }),
    upstreamOf: shared.upstreamOf,
    beginSending: (debt, message, now) => {
      const leaving = { hash: toSentHash(debt, message), number: message.number, leaseUntil: new Date(now.getTime() + leaseMs) };
      return begin({ debt, leaving });
    },
    record: async (debt, exchange) => {
      const { delivery, at } = exchange;
      await record({ id: store.ownId(at), debt, attempt: toAttempt(exchange) });
      const candidates = delivery.kind === 'accepted' ? (delivery.candidates ?? []) : [];
      if (candidates.length > 0) await store.transact((tx) => store.identityDecisions.offerIdentities(tx, debt, candidates, at));
    },
    learn: (debt, learned, at) => learn(store, debt, learned, at),
    ...createEndings(store, platform),
  };
}

/** What may become of a debt once an answer has come, or none was needed. */
function createEndings(
  store: Store,
  platform: string,
): Pick<Ledger, 'refuse' | 'settle' | 'retry' | 'wait' | 'hold' | 'park' | 'giveBack'> {
  const settle = gather((all: readonly Settled[]) => store.transact((tx) => store.owed.settleAll(tx, platform, all)));
  return {
    refuse: (debt, refusals, at) => store.transact((tx) => store.owed.refuse(tx, debt, refusals, at)),
    settle: async (debt, settling, at) => {
      await settle({ debt, settling, at });
    },
    retry: async (debt, next, at) => {
      const { notBefore, issues } = next;
      if (next.step === 'retry') await store.owed.defer(store.db, debt, { reason: 'dicoba-lagi', issues, notBefore }, at);
      else await store.owed.reconcileLater(store.db, debt, { reason: 'dicari-kembali', issues, notBefore, lost: next.lost }, at);
    },
    wait: (debt, waiting, at) =>
      store.transact(async (tx) => {
        await oweParents(store, tx, { platform, on: waiting.on ?? [], lane: debt.lane ?? '', at });
        await store.owed.wait(tx, debt, waiting, at);
      }),
    hold: async (debt, { issues, leftOut = [], ...why }, at) => {
      const refused = leftOut.length === 0 ? [] : await store.owed.refusalsOf(store.db, debt, leftOut);
      await store.owed.hold(store.db, debt, { ...why, issues: [...issues, ...refused] }, at);
    },
    park: async (debt, issues, at) => {
      await store.owed.park(store.db, debt, { reason: issues[0]?.code ?? 'ditolak', issues }, at);
    },
    giveBack: async (debts, due, at) => {
      await store.owed.giveBack(store.db, debts, { due, at });
    },
  };
}

/** Most answers teach ids and nothing else: one statement. What else there is goes with them, wholly or not at all. */
async function learn(store: Store, debt: Debt, learned: Learned, at: Date): Promise<boolean> {
  const { upstream, forget = [], number, incident } = learned;
  if (forget.length === 0 && number === undefined && incident === undefined)
    return store.upstream.learnUpstream(store.db, debt, upstream, at);
  try {
    await store.transact(async (tx) => {
      if (incident !== undefined) await store.incidents.keepIncident(tx, debt, incident, at);
      await store.upstream.forgetUpstream(tx, debt, forget);
      if (number !== undefined) await store.owed.renumber(tx, debt, number);
      if (!(await store.upstream.learnUpstream(tx, debt, upstream, at))) throw new FoundElsewhere();
    });
    return true;
  } catch (fault) {
    if (fault instanceof FoundElsewhere || isOfIndex(fault, 'owed_number')) return false;
    throw fault;
  }
}

/** What was found belongs to another visit of ours: nothing of what it came with is kept. */
class FoundElsewhere extends Error {
  override readonly name = 'FoundElsewhere';
}

/** Of two versions that may both have arrived nobody knows which is there. */
function toSentHash(debt: Debt, message: Message): string {
  const hash = message.refs[0]?.hash ?? '';
  return debt.sentHash === undefined || debt.sentHash === hash ? hash : severalVersions;
}

function toAttempt({ message, delivery, at, durationMs }: Exchange): Attempt {
  const { answer } = delivery;
  return {
    plan: message.plan,
    delivery: delivery.kind,
    ...(answer === undefined ? {} : { httpStatus: answer.status }),
    codes: toCodes(message, delivery),
    ...(message.effect ? { requestHash: message.refs[0]?.hash ?? '' } : {}),
    body: { path: message.path, body: message.body, answer: answer?.body },
    at,
    durationMs,
  };
}

/** What the platform said against it, and what we had remarked ourselves: each remark once, marked as ours. */
function toCodes({ remarks = [] }: Message, delivery: Exchange['delivery']): readonly string[] {
  const own = new Set(remarks.map(({ code }) => `catatan-${code}`));
  return [...(delivery.kind === 'accepted' ? [] : delivery.outcome.map(({ code }) => code)), ...own];
}

/** What a debt waits for is owed: a parent nobody owes, or one that was settled though its child still misses it, would never come. */
async function oweParents(
  store: Store,
  tx: Tx,
  of: { readonly platform: string; readonly on: readonly Subject[]; readonly lane: string; readonly at: Date },
): Promise<void> {
  const { platform, on, lane, at } = of;
  if (on.length === 0) return;
  const due = new Date(at.getTime() + reopenPauseMs);
  await tx.count('reopen-parents', [tx.environment, platform, on.map(({ kind }) => kind), on.map(({ id }) => id), due, at]);
  const parents = on.map((subject) => ({ platform, subject, lane, version: 1, due: at, beginning: { state: 'ready' } as const }));
  await store.owed.owe(tx, parents, at);
}

/** Keeps a disagreement between parent and child from spinning. */
const reopenPauseMs = 1000;
