import { setImmediate as breathe, setTimeout as pause } from 'node:timers/promises';
import { toGiven } from '../map/given.ts';
import type { MappedRow } from '../map/mapped-row.ts';
import { createMeasuredRate, type MeasuredRate } from '../measured-rate.ts';
import type { Tx } from '../store/db.ts';
import type { Batch } from './batch.ts';
import { openReading, type Opened } from './open-reading.ts';
import type { GatewayParts } from './parts.ts';
import { readingLeaseMs } from './parts.ts';
import { readAhead } from './read-ahead.ts';
import { addToCounts, toStoredCounts, type Counts } from './row-counts.ts';
import { findRowsBefore } from './replay/rows-before.ts';
import { settleRows } from './replay/settle-rows.ts';
import { takeBackGone } from './replay/take-back-gone.ts';

/** Reads submissions on from their cursors, batch by batch. */
export interface Reader {
  /** Reads one reading to its end, once at a time; resolves when every row has its verdict, or another process has taken it over. */
  read(reading: string): Promise<void>;
  /** How fast rows are read here; undefined when none was read lately. */
  bytesPerSecond(): number | undefined;
  /** Takes up what dead processes left, one reading after the other, until stopped; a fault is told, and the reading tried again later. */
  resume(onFault: (fault: unknown) => void): Promise<void>;
  idle(): Promise<void>;
  stop(): void;
}

const batchRows = 250;
/** About a millisecond of mapping. */
const rowsAtOnce = 5;
const lookForDeadMs = 5000;

/** Creates the reader of this process. A reading that meets a bug stays unfinished at its cursor and is taken up again later. */
export function createReader(parts: GatewayParts): Reader {
  const ending = new AbortController();
  const running = new Map<string, Promise<void>>();
  const rate = createMeasuredRate(() => parts.now().getTime());
  const read = (reading: string): Promise<void> => {
    const known = running.get(reading);
    if (known !== undefined) return known;
    const work = readToEnd(parts, reading, { signal: ending.signal, rate }).finally(() => running.delete(reading));
    running.set(reading, work);
    // Whoever awaits sees the fault; a reading nobody waits for is taken up again by resume.
    work.catch(() => undefined);
    return work;
  };
  const idle = async (): Promise<void> => {
    while (running.size > 0) await Promise.allSettled([...running.values()]);
  };
  return {
    read,
    bytesPerSecond: () => rate.perSecond(),
    idle,
    resume: async (onFault) => {
      while (!ending.signal.aborted) {
        const found = await readDead(parts, read).catch((fault: unknown) => {
          onFault(fault);
          return false;
        });
        if (!found) await pause(lookForDeadMs, undefined, { signal: ending.signal }).catch(() => undefined);
      }
      await idle();
    },
    stop: () => {
      ending.abort();
    },
  };
}

/** One at a time: a lease that waits behind another reading would run out. False when nothing was left behind. */
async function readDead(parts: GatewayParts, read: Reader['read']): Promise<boolean> {
  const lease = { owner: parts.owner, until: new Date(parts.now().getTime() + readingLeaseMs) };
  const [dead] = await parts.store.readings.claimReadings(parts.store.db, lease, parts.now(), 1);
  if (dead === undefined) return false;
  await read(dead.id);
  return true;
}

interface Course {
  readonly signal: AbortSignal;
  readonly rate: MeasuredRate;
}

async function readToEnd(parts: GatewayParts, id: string, { signal, rate }: Course): Promise<void> {
  const opened = await openReading(parts, id);
  if (opened === undefined) return;
  let { cursor, counts } = opened;
  for await (const batch of readAhead(toBatches(opened.rows.rows, cursor))) {
    if (signal.aborted) return;
    const after = await keepOne(parts, { ...opened, batch, cursor, counts }).catch(unlessLost);
    if (after === undefined) return;
    counts = after;
    cursor += batch.length;
    rate.add(countBytes(batch));
    parts.wake();
  }
  if (!(await takeBack(parts, { ...opened, cursor, counts }))) return;
  const at = parts.now();
  await parts.store.transact((tx) =>
    parts.store.readings.finishReading(tx, opened.id, parts.owner, {
      state: 'finished',
      counts: toStoredCounts(counts),
      issues: opened.rows.issues(),
      at,
    }),
  );
}

/** What the file said before and says no more; false when another process has taken the reading over. */
async function takeBack(parts: GatewayParts, { before, ...opened }: Opened): Promise<boolean> {
  if (before === undefined || before.quarantinedOnly) return true;
  const taking = takeBackGone(parts, { ...opened, before }, (tx, at) => advance(tx, opened, at, parts));
  const taken = await taking.then(() => true).catch(unlessLost);
  if (taken === true) parts.wake();
  return taken === true;
}

/** Rows already stored are passed over: reading again gives the same rows, because the tables are the same. */
async function* toBatches(rows: AsyncIterable<MappedRow>, cursor: number): AsyncGenerator<readonly MappedRow[], void, undefined> {
  let batch: MappedRow[] = [];
  let position = 0;
  for await (const row of rows) {
    position += 1;
    // In between the database's answers to the batch before are heard, and requests: otherwise nothing would be done at the same time.
    if (position % rowsAtOnce === 0) await breathe();
    if (position <= cursor) continue;
    batch.push(row);
    if (batch.length < batchRows) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** About as many as the file has, with a separator behind each cell. */
function countBytes(batch: readonly MappedRow[]): number {
  return batch.reduce((sum, { cells }) => cells.reduce((bytes, cell) => bytes + cell.length + 1, sum), 0);
}

interface OneBatch extends Opened {
  readonly batch: readonly MappedRow[];
}

async function keepOne(parts: GatewayParts, one: OneBatch): Promise<Counts> {
  const { id, submission, batch, source, site, cursor, counts, before } = one;
  const { store } = parts;
  const positions = new Map(batch.map(({ row }, index) => [row, cursor + index] as const));
  const originOf: Batch['originOf'] = (row) => ({ submission, reading: id, position: positions.get(row) ?? cursor });
  const again = before && (await findRowsBefore(parts, before, { submission, from: cursor, count: batch.length }));
  return store.transact(async (tx) => {
    const at = parts.now();
    const settled = await settleRows(tx, { rows: batch, originOf, source, site, at, ...toGiven({ again }) }, before, parts);
    await store.rows.insertRows(tx, id, { from: cursor, at }, settled);
    const after = settled.reduce((sum, { row }) => addToCounts(sum, row), counts);
    await advance(tx, { id, cursor: cursor + batch.length, counts: after }, at, parts);
    return after;
  });
}

/** Moves the cursor and holds the lease, in the transaction that stored the rows. */
async function advance(tx: Tx, to: Pick<Opened, 'id' | 'cursor' | 'counts'>, at: Date, { store, owner }: GatewayParts): Promise<void> {
  const lease = { owner, until: new Date(at.getTime() + readingLeaseMs) };
  const progress = { cursor: to.cursor, counts: toStoredCounts(to.counts) };
  if (!(await store.readings.advanceReading(tx, to.id, lease, progress))) throw new LostReading();
}

/** Another process has taken the reading over; what this one was about to store is rolled back. */
class LostReading extends Error {}

function unlessLost(fault: unknown): undefined {
  if (!(fault instanceof LostReading)) throw fault;
}
