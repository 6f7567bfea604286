import { v7 } from 'uuid';
import type { Db } from './db.ts';
import type { Random } from './sealing/seal.ts';

/** A fresh id for a row of our own: UUID version 7, in the order of time, so that indexes grow at their end. */
export function toOwnId(at: Date, random: Random): string {
  return v7({ msecs: at.getTime(), random: random(16) });
}

/** Milliseconds since 1970 in an id of that form (RFC 9562, 5.7). */
function toMilliseconds(id: string): number {
  return Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
}

/**
 * The time that the id of a submission received now is made of: never before that of any that is known. What was handed in later corrects
 * what came before it, also when the machine's clock was set back, or another gateway's is slow.
 */
export async function toArrivalTime(db: Db, at: Date): Promise<Date> {
  const [newest] = await db.rows<{ id: string }>('newest-submission', []);
  return newest === undefined ? at : new Date(Math.max(at.getTime(), toMilliseconds(newest.id) + 1));
}
