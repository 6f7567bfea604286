import type { Db } from './db.ts';
import type { Lease, Reading } from './readings.ts';

/** The version of the tables of today, source by source. */
export type TablesOfToday = ReadonlyMap<string, string>;

/** A submission that the tables of today have not read to its end. */
export interface ToReplay {
  readonly submission: string;
  readonly source: string;
  readonly receivedAt: Date;
  /** True when its bytes were erased: then it cannot be read again. */
  readonly erased: boolean;
  /** Its newest whole reading, where there is one that stands. */
  readonly reading: { readonly id: string; readonly state: Reading['state']; readonly isTodays: boolean } | undefined;
}

/** Which submissions are meant; absent parts mean any. */
export interface ReplayFilter {
  readonly source?: string;
  readonly submission?: string;
  /** Received then or later. */
  readonly since?: Date;
}

interface ReplayRow extends Omit<ToReplay, 'receivedAt' | 'reading'> {
  readonly received_at: Date;
  readonly reading: string | null;
  readonly state: Reading['state'] | null;
  readonly is_todays: boolean | null;
}

/** Submissions that today's tables would read again, after one of them, in the order in which they came. */
export async function listReplays(
  db: Db,
  today: TablesOfToday,
  { source, submission, since }: ReplayFilter,
  page: { readonly after: string | undefined; readonly limit: number },
): Promise<readonly ToReplay[]> {
  const filter = [source ?? null, submission ?? null, since ?? null];
  const rows = await db.rows<ReplayRow>('list-replays', [db.environment, ...toColumns(today), ...filter, page.after ?? null, page.limit]);
  return rows.map(({ received_at: receivedAt, reading: id, state, is_todays: isTodays, ...rest }) => ({
    ...{ submission: rest.submission, source: rest.source, receivedAt, erased: rest.erased },
    reading: id === null || state === null ? undefined : { id, state, isTodays: isTodays === true },
  }));
}

/** Submissions with quarantined rows that were never read with the tables of today, the earliest first. */
export async function listQuarantined(
  db: Db,
  today: TablesOfToday,
  limit: number,
): Promise<readonly { readonly submission: string; readonly source: string }[]> {
  return db.rows('list-quarantined', [db.environment, ...toColumns(today), limit]);
}

/** Takes one unfinished reading over when its process is dead. False while somebody reads it. */
export async function claimReading(db: Db, reading: string, { owner, until }: Lease, now: Date): Promise<boolean> {
  return (await db.count('claim-reading', [reading, owner, now, until])) === 1;
}

function toColumns(today: TablesOfToday): readonly (readonly string[])[] {
  return [[...today.keys()], [...today.values()]];
}
