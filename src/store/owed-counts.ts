import type { SubjectKind } from '../platforms/subject.ts';
import type { Db } from './db.ts';

/** How many debts stand where, and why. */
export interface OwedCount {
  readonly kind: SubjectKind;
  readonly state: 'ready' | 'sending' | 'waiting' | 'held' | 'settled' | 'parked';
  readonly reason: string | undefined;
  readonly count: number;
}

/** Debts to a platform by subject kind, state and reason. */
export async function countOwed(db: Db, platform: string): Promise<readonly OwedCount[]> {
  const rows = await db.rows<{ subject_kind: SubjectKind; state: OwedCount['state']; reason: string | null; debts: number }>('count-owed', [
    db.environment,
    platform,
  ]);
  return rows.map((row) => ({ kind: row.subject_kind, state: row.state, reason: row.reason ?? undefined, count: row.debts }));
}
