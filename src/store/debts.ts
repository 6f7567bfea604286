import type { Begun, Debt } from '../deliver/debt.ts';
import { toToldReason } from '../deliver/passing-reasons.ts';
import type { Issue } from '../fhir/issue.ts';
import type { Subject } from '../platforms/subject.ts';
import type { Db, Tx } from './db.ts';
import { isOfIndex } from './is-of-index.ts';
import { toJsonText } from './json.ts';
import { lean, toKeyColumns, waitsForParents } from './owe.ts';

/** What is about to leave: the hash of the message, and the number a visit will bear at the platform once it has left. */
export interface Leaving {
  readonly hash: string;
  readonly number?: string | undefined;
  readonly leaseUntil: Date;
}

/** A debt of which a message is about to leave. */
export interface Beginning {
  readonly debt: Debt;
  readonly leaving: Leaving;
}

/** Says durably that a message with an effect is about to leave, before it does. Unless the answer is `begun`, nothing may be sent. */
export async function beginSending(db: Db, debt: Debt, leaving: Leaving): Promise<Begun> {
  return (await beginAll(db, debt.platform, [{ debt, leaving }]))[0] ?? 'lost';
}

/** The same of several debts of a platform, in their order. Throws where one of several bears a number that is taken: then nothing is begun. */
export async function beginAll(db: Db, platform: string, all: readonly Beginning[]): Promise<readonly Begun[]> {
  const values = [
    ...[db.environment, platform],
    all.map(({ debt }) => debt.subject.kind),
    all.map(({ debt }) => debt.subject.id),
    all.map(({ debt }) => debt.leaseNo),
    all.map(({ leaving }) => leaving.hash),
    all.map(({ leaving }) => leaving.leaseUntil),
    all.map(({ debt, leaving }) => leaving.number ?? debt.number ?? null),
  ];
  try {
    const isOurs = toLeased(await db.rows<LeaseRow>('begin-sending', values));
    return all.map(({ debt }) => (isOurs(debt) ? 'begun' : 'lost'));
  } catch (fault) {
    if (all.length === 1 && isOfIndex(fault, 'owed_number')) return ['number-taken'];
    throw fault;
  }
}

/** A debt that a statement moved, with the lease it was moved under. */
export interface LeaseRow {
  readonly subject_kind: string;
  readonly subject_id: string;
  readonly lease_no: number;
}

/** Tells whether a debt is among those that were moved. A late lease of the same debt is not: both may stand in one batch. */
export function toLeased(rows: readonly LeaseRow[]): (debt: Pick<Debt, 'subject' | 'leaseNo'>) => boolean {
  const moved = new Set(rows.map((row) => `${row.subject_kind}/${row.subject_id}/${String(row.lease_no)}`));
  return ({ subject, leaseNo }) => moved.has(`${subject.kind}/${subject.id}/${String(leaseNo)}`);
}

/** Gives a visit another number, because what bore the one before has ended at the platform. Throws where another visit of ours bears it. */
export async function renumber(tx: Tx, debt: Debt, number: string): Promise<void> {
  await tx.count('renumber-owed', [...toLeaseKey(tx, debt), number]);
}

/** Gives back debts of which nothing is on its way, as they were claimed; due at a time. */
export async function giveBack(db: Db, debts: readonly Debt[], { due, at }: { readonly due: Date; readonly at: Date }): Promise<number> {
  if (debts.length === 0) return 0;
  return db.count('give-back', [
    ...toKeyColumns(debts),
    debts.map(({ leaseNo }) => leaseNo),
    debts.map(({ reconcile }) => reconcile),
    debts.map(({ sentHash }) => sentHash ?? null),
    debts.map(({ number }) => number ?? null),
    db.environment,
    due,
    at,
  ]);
}

/** Try again later: certainly not done. Costs an attempt. */
export async function defer(db: Db, debt: Debt, why: WhyLater, at: Date): Promise<boolean> {
  return move(db, debt, { state: 'ready', due: why.notBefore, ...why, attempts: 1 }, at);
}

/** It may have arrived, or something was there before it: look upstream first, not before the quiet time is over. Costs an attempt. */
export async function reconcileLater(db: Db, debt: Debt, why: WhyLater & { readonly lost: boolean }, at: Date): Promise<boolean> {
  return move(db, debt, { state: 'ready', due: why.notBefore, ...why, attempts: 1, reconcile: true }, at);
}

/** Waits for an event, other subjects or a time; costs no attempt. */
export async function wait(
  tx: Tx,
  debt: Debt,
  what: { readonly reason: string; readonly notBefore?: Date; readonly on?: readonly Subject[] },
  at: Date,
): Promise<boolean> {
  const on = what.on ?? [];
  const reason = on.length > 0 ? waitsForParents : what.reason;
  const moved = await move(tx, debt, { state: 'waiting', due: what.notBefore ?? 'infinity', reason, issues: [] }, at);
  // If the last parent was settled since the worker looked, the debt is free at once; the pause keeps a disagreement from spinning.
  if (moved && on.length > 0) await lean(tx, [{ ...debt, on }], new Date(at.getTime() + pauseMs));
  return moved;
}

/** A person must act; costs no attempt. With `notBefore` it is looked at again then even where nobody did. */
export async function hold(db: Db, debt: Debt, why: Why & { readonly notBefore?: Date }, at: Date): Promise<boolean> {
  return move(db, debt, { state: 'held', due: why.notBefore ?? 'infinity', ...why }, at);
}

/** Given up until a person redrives it. */
export async function park(db: Db, debt: Debt, why: Why, at: Date): Promise<boolean> {
  return move(db, debt, { state: 'parked', due: 'infinity', ...why }, at);
}

/** Why a debt is where it is. Issues hold no personal data. */
export interface Why {
  readonly reason: string;
  readonly issues: readonly Issue[];
}

/** Why a debt comes back, and when at the earliest. */
export interface WhyLater extends Why {
  readonly notBefore: Date;
}

interface Move extends Why {
  readonly state: 'ready' | 'waiting' | 'held' | 'parked';
  readonly due: Date | 'infinity';
  readonly attempts?: number;
  readonly reconcile?: boolean;
  /** True when the message that left may have arrived: its hash is kept. */
  readonly lost?: boolean;
}

const pauseMs = 1000;

/** A version owed since the claim wins over what was found about the older one: the debt is then ready at once. */
async function move(db: Db, debt: Debt, { state, due, reason, issues, attempts, reconcile, lost }: Move, at: Date): Promise<boolean> {
  const told = issues.length === 0 ? null : toJsonText(issues);
  const isNews = state === 'held' || state === 'parked' || toToldReason(reason) !== toToldReason(debt.reason);
  const values = [
    debt.version,
    state,
    due,
    reason,
    told,
    attempts ?? 0,
    reconcile ?? null,
    at,
    lost ?? false,
    debt.sentHash ?? null,
    isNews,
  ];
  return (await db.count('move-owed', [...toLeaseKey(db, debt), ...values])) === 1;
}

/** Names a debt in somebody's hands: environment, platform, kind, id, and the number of the lease. */
export function toLeaseKey({ environment }: Db, { platform, subject, leaseNo }: Debt): readonly unknown[] {
  return [environment, platform, subject.kind, subject.id, leaseNo];
}
