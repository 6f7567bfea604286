import type { Visit } from '../map/visit.ts';
import type { Db, Tx } from './db.ts';

/** Notes which of these visits have facts that wait for a nakes, and which have none any more. The visits are kept before. */
export async function noteUnconfirmed(
  tx: Tx,
  visits: readonly { readonly visit: Visit; readonly before: boolean }[],
  at: Date,
): Promise<void> {
  const waiting = visits.filter(({ visit }) => isWaiting(visit));
  const done = visits.filter(({ visit, before }) => before && !isWaiting(visit));
  if (waiting.length > 0) {
    const columns = [waiting.map(({ visit }) => visit.id), waiting.map(({ visit }) => visit.person)];
    await tx.count('note-unconfirmed', [...columns, tx.environment, at]);
  }
  if (done.length > 0) await tx.count('drop-unconfirmed', [done.map(({ visit }) => visit.id)]);
}

/** Visits with facts that wait for a nakes, the oldest first; of these places only, where some are named. */
export async function listUnconfirmed(
  db: Db,
  { limit, places }: { readonly limit: number; readonly places: readonly string[] | undefined },
): Promise<readonly string[]> {
  const rows = await db.rows<{ visit: string }>('list-unconfirmed', [db.environment, limit, places ?? null]);
  return rows.map(({ visit }) => visit);
}

function isWaiting({ elements }: Visit): boolean {
  return elements.some(({ unconfirmed }) => unconfirmed === true);
}
