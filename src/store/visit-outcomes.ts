import type { Db } from './db.ts';
import type { OwedCount } from './owed-counts.ts';
import { waitsForParents } from './owe.ts';

/** What became of the visits owed to a platform, with the reasons of those that are held, wait or were rejected. */
export interface VisitOutcomes {
  /** The platform knows them. */
  readonly delivered: number;
  /** A person must act. */
  readonly held: number;
  /** Released by itself. */
  readonly waiting: number;
  /** Refused or given up. */
  readonly rejected: number;
  /** Due or being sent. */
  readonly underway: number;
  readonly reasons: Readonly<Record<string, number>>;
}

interface OutcomeRow {
  readonly state: OwedCount['state'];
  readonly reason: string | null;
  readonly visits: number;
}

/**
 * Counts what became of visits. A visit that waits for a held or parked person, nakes or place counts as held, with the reason of
 * that one: somebody has to act there before the visit can go. One whose people and places are on their way is under way itself.
 */
export async function visitOutcomes(db: Db, platform: string): Promise<VisitOutcomes> {
  const rows = await db.rows<OutcomeRow>('visit-outcomes', [db.environment, platform, waitsForParents]);
  const sum = (...states: readonly OwedCount['state'][]): number =>
    rows.filter(({ state }) => states.includes(state)).reduce((total, { visits }) => total + visits, 0);
  const reasons: Record<string, number> = {};
  for (const { state, reason, visits } of rows)
    if (reason !== null && ['held', 'waiting', 'parked'].includes(state)) reasons[reason] = (reasons[reason] ?? 0) + visits;
  return {
    delivered: sum('settled'),
    held: sum('held'),
    waiting: sum('waiting'),
    rejected: sum('parked'),
    underway: sum('ready', 'sending'),
    reasons,
  };
}
