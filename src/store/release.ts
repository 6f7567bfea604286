import type { Subject, SubjectKind } from '../platforms/subject.ts';
import type { Db, Tx } from './db.ts';
import { waitsForParents, waitsForTime } from './owe.ts';

/** Which debts are meant. Absent parts mean any. */
export interface DebtFilter {
  readonly platform: string;
  readonly states: readonly ('waiting' | 'held' | 'parked')[];
  readonly reasons?: readonly string[];
  readonly kind?: SubjectKind;
  readonly ids?: readonly string[];
}

/** Makes debts ready that waited for an event, or that a person has looked after; returns how many. Attempts begin anew. */
export async function release(db: Db, { platform, states, reasons, kind, ids }: DebtFilter, at: Date): Promise<number> {
  return db.count('release-owed', [db.environment, platform, states, reasons ?? null, kind ?? null, ids ?? null, at, waitsForTime]);
}

/** Subjects that were settled are looked at again, as if they had never been: whoever leans on them waits. */
export async function reopen(db: Db, platform: string, subjects: readonly Subject[], at: Date): Promise<number> {
  return db.count('reopen-parents', [db.environment, platform, subjects.map(({ kind }) => kind), subjects.map(({ id }) => id), at, at]);
}

/** Gives back what a worker holds and has not begun to send; what it was sending is looked up by whoever takes it when the lease ends. */
export async function releaseLeases(db: Db, owner: string, at: Date): Promise<number> {
  return db.count('release-leases', [db.environment, owner, at]);
}

/** Releases debts whose parents are settled though nobody told them: a net under `settle`, to be run now and then. */
export async function releaseForgotten(tx: Tx, platform: string, at: Date): Promise<number> {
  await tx.count('drop-settled-edges', [tx.environment, platform]);
  return tx.count('release-forgotten', [tx.environment, platform, at, waitsForParents, waitsForTime]);
}

/**
 * Only for the one gateway that holds the lock of its data folder: whoever else worked here is dead, and its debts are free at once;
 * what it was sending may still be on its way and is looked up after `quiet`.
 */
export async function expireLeases(db: Db, owner: string, when: { readonly now: Date; readonly quiet: Date }): Promise<number> {
  return db.count('expire-leases', [db.environment, owner, when.now, when.quiet]);
}
