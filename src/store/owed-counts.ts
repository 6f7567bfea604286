import type { SubjectKind } from '../platforms/platform.ts';
import type { Db } from './db.ts';

/** How many debts stand where, and why. */
export interface OwedCount {
  readonly kind: SubjectKind;
  readonly state: 'ready' | 'sending' | 'waiting' | 'held' | 'settled' | 'parked';
  readonly reason: string | undefined;
  readonly count: number;
}

/** What became of the visits owed to a platform. *Waiting* ends by itself, *held* needs a person, *rejected* was refused or given up. */
export interface VisitSummary {
  readonly delivered: number;
  readonly held: number;
  readonly waiting: number;
  readonly rejected: number;
  /** Due or being sent. */
  readonly underway: number;
}

/** Debts to a platform by subject kind, state and reason. */
export async function countOwed(db: Db, platform: string): Promise<readonly OwedCount[]> {
  const rows = await db.rows<{ subject_kind: SubjectKind; state: OwedCount['state']; reason: string | null; debts: number }>('count-owed', [
    db.environment,
    platform,
  ]);
  return rows.map((row) => ({ kind: row.subject_kind, state: row.state, reason: row.reason ?? undefined, count: row.debts }));
}

/** Sums up what became of visits. */
export function summarizeVisits(counts: readonly OwedCount[]): VisitSummary {
  const sum = (...states: readonly OwedCount['state'][]): number =>
    counts.filter(({ kind, state }) => kind === 'visit' && states.includes(state)).reduce((total, { count }) => total + count, 0);
  return {
    delivered: sum('settled'),
    held: sum('held'),
    waiting: sum('waiting'),
    rejected: sum('parked'),
    underway: sum('ready', 'sending'),
  };
}
