import type { GatewayParts } from '../parts.ts';
import { createReader, type Reader } from '../read-on.ts';
import { openAgain } from './open-again.ts';
import { listTablesOfToday } from './replay-submissions.ts';

/** What looking at quarantined rows again did. `more` is true when files were left for the next time. */
export interface Reread {
  readonly submissions: number;
  readonly quarantinedBefore: number;
  readonly quarantined: number;
  readonly more: boolean;
}

/**
 * Looks again at the rows that stand quarantined, in files that were not read with the tables of today yet: after a register was imported
 * or tables were fixed. Rows that were accepted keep their verdicts and are not interpreted anew. At most `limit` files; may run in many
 * processes at once, and be killed: what was begun is gone on with like any reading.
 */
export async function rereadQuarantined(
  parts: GatewayParts,
  { limit, signal }: { readonly limit: number; readonly signal?: AbortSignal },
): Promise<Reread> {
  const { store } = parts;
  // Leases of this work are its own, so that a reading of this process is never taken for one of the gateway's.
  const own: GatewayParts = { ...parts, owner: `${parts.owner}-karantina` };
  const reader = createReader(own);
  const today = await listTablesOfToday(parts);
  const listed = await store.readings.listQuarantined(store.db, today, limit + 1);
  let done: Reread = { submissions: 0, quarantinedBefore: 0, quarantined: 0, more: listed.length > limit };
  for (const { submission, source } of listed.slice(0, limit)) {
    if (signal?.aborted === true) return { ...done, more: true };
    const counts = await rereadOne(submission, today.get(source) ?? '', { parts: own, reader });
    if (counts === undefined) continue;
    const { submissions, quarantinedBefore, quarantined, more } = done;
    const [before, after] = counts;
    done = { submissions: submissions + 1, quarantinedBefore: quarantinedBefore + before, quarantined: quarantined + after, more };
  }
  return done;
}

/** How many rows stood quarantined before and after; undefined when another process reads the file. */
async function rereadOne(
  submission: string,
  tables: string,
  { parts, reader }: { readonly parts: GatewayParts; readonly reader: Reader },
): Promise<readonly [number, number] | undefined> {
  const { store } = parts;
  const before = (await store.readings.readingsOf(store.db, submission)).find(({ state }) => state === 'finished');
  const reading = await openAgain(parts, submission, { tables, quarantinedOnly: true });
  if (reading === undefined) return undefined;
  await reader.read(reading);
  const after = await store.readings.getReading(store.db, reading);
  return after?.state === 'finished' ? [before?.counts['quarantined'] ?? 0, after.counts['quarantined'] ?? 0] : undefined;
}
