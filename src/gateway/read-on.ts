import { setTimeout as pause } from 'node:timers/promises';
import type { MappedRow } from '../map/mapped-row.ts';
import type { Source } from '../map/source.ts';
import { keepBatch } from './keep-batch.ts';
import { openRows, type OpenedRows } from './open-rows.ts';
import type { GatewayParts } from './parts.ts';
import { readingLeaseMs } from './parts.ts';
import { addToCounts, noCounts, toStoredCounts, type Counts } from './row-counts.ts';
import { toRowContext } from './row-context.ts';

/** Reads submissions on from their cursors, batch by batch. */
export interface Reader {
  /** Reads one reading to its end, once at a time; resolves when every row has its verdict, or another process has taken it over. */
  read(reading: string): Promise<void>;
  /** The reading if it is being read here at this moment. */
  underway(reading: string): Promise<void> | undefined;
  /** Takes up what dead processes left, one reading after the other, until stopped; a fault is told, and the reading tried again later. */
  resume(onFault: (fault: unknown) => void): Promise<void>;
  idle(): Promise<void>;
  stop(): void;
}

const batchRows = 250;
const lookForDeadMs = 5000;

/** Creates the reader of this process. A reading that meets a bug stays unfinished at its cursor and is taken up again later. */
export function createReader(parts: GatewayParts): Reader {
  const ending = new AbortController();
  const running = new Map<string, Promise<void>>();
  const read = (reading: string): Promise<void> => {
    const known = running.get(reading);
    if (known !== undefined) return known;
    const work = readToEnd(parts, reading, ending.signal).finally(() => running.delete(reading));
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
    underway: (reading) => running.get(reading),
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

async function readToEnd(parts: GatewayParts, id: string, signal: AbortSignal): Promise<void> {
  const opened = await openReading(parts, id);
  let { cursor, counts } = opened;
  for await (const batch of toBatches(opened.rows.rows, cursor)) {
    if (signal.aborted) return;
    const after = await keepOne(parts, { ...opened, id, batch, cursor, counts }).catch(unlessLost);
    if (after === undefined) return;
    counts = after;
    cursor += batch.length;
    parts.wake();
  }
  const at = parts.now();
  await parts.store.transact((tx) =>
    parts.store.readings.finishReading(tx, id, parts.owner, {
      state: 'finished',
      counts: toStoredCounts(counts),
      issues: opened.rows.issues(),
      at,
    }),
  );
}

interface Opened {
  readonly source: Source;
  readonly site: Awaited<ReturnType<GatewayParts['site']>>;
  readonly rows: OpenedRows;
  readonly cursor: number;
  readonly counts: Counts;
}

async function openReading(parts: GatewayParts, id: string): Promise<Opened> {
  const { store } = parts;
  const { reading, submission, source } = await findReading(parts, id);
  const site = await parts.site();
  const facts = { ...submission.request, ...(submission.fileName === undefined ? {} : { fileName: submission.fileName }) };
  const context = { row: toRowContext(parts, site, facts), others: [] };
  const rows = await openRows(store.submissions.submissionBytes(store.db, submission.id), source, context);
  if (!rows.ok) throw new Error('A file that could be opened when it came cannot be opened now');
  return { source, site, rows: rows.value, cursor: reading.cursor, counts: { ...noCounts, ...reading.counts } };
}

async function findReading({ store, tables }: GatewayParts, id: string) {
  const reading = await store.readings.getReading(store.db, id);
  const submission = reading === undefined ? undefined : await store.submissions.getSubmission(store.db, reading.submission);
  const source = submission === undefined ? undefined : tables.sources.get(submission.source);
  if (reading === undefined || submission === undefined || source === undefined)
    throw new Error('A reading has lost its submission or its source');
  return { reading, submission, source };
}

/** Rows already stored are passed over: reading again gives the same rows, because the tables are the same. */
async function* toBatches(rows: AsyncIterable<MappedRow>, cursor: number): AsyncGenerator<readonly MappedRow[]> {
  let batch: MappedRow[] = [];
  let position = 0;
  for await (const row of rows) {
    position += 1;
    if (position <= cursor) continue;
    batch.push(row);
    if (batch.length < batchRows) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

interface OneBatch extends Opened {
  readonly id: string;
  readonly batch: readonly MappedRow[];
}

async function keepOne(parts: GatewayParts, { id, batch, source, site, cursor, counts }: OneBatch): Promise<Counts> {
  const { store, owner } = parts;
  return store.transact(async (tx) => {
    const at = parts.now();
    const settled = await keepBatch(tx, { rows: batch, source, site, reading: id, at }, parts);
    await store.rows.insertRows(tx, id, cursor, settled);
    const after = settled.reduce((sum, { row }) => addToCounts(sum, row), counts);
    const lease = { owner, until: new Date(at.getTime() + readingLeaseMs) };
    const mine = await store.readings.advanceReading(tx, id, lease, { cursor: cursor + batch.length, counts: toStoredCounts(after) });
    if (!mine) throw new LostReading();
    return after;
  });
}

/** Another process has taken the reading over; what this one was about to store is rolled back. */
class LostReading extends Error {}

function unlessLost(fault: unknown): undefined {
  if (!(fault instanceof LostReading)) throw fault;
}
