import type { Issue } from '../fhir/issue.ts';
import type { MappedRow } from '../map/mapped-row.ts';
import type { Tx } from '../store/db.ts';
import type { KeyClaim } from '../store/idempotency.ts';
import type { RowsOfReading } from '../store/rows.ts';
import type { Received } from '../store/submissions.ts';
import type { SubmissionResult } from '../submission.ts';
import { findCrossings } from './find-crossings.ts';
import { keepRows } from './keep-rows.ts';
import { toIncoming, type OpenedSubmission } from './open-submission.ts';
import type { GatewayParts } from './parts.ts';
import { keyPatienceMs, readingLeaseMs } from './parts.ts';
import { findResult, toAnswer, toResult } from './results.ts';
import { addToCounts, noCounts, toStoredCounts } from './row-counts.ts';

/** A file whose rows have all been read and mapped before anything of it is stored. */
export interface SmallFile extends Omit<OpenedSubmission, 'opened'> {
  readonly rows: readonly MappedRow[];
  readonly issues: readonly Issue[];
  /** The sender's own key for this request. */
  readonly claim?: KeyClaim;
  /** True when it was read again just now, and only its answer is still to be given. */
  readonly isReread?: boolean;
}

/**
 * What became of a small file: `taken` when another request has used its key; `reread` when its bytes are known and the tables are others now:
 * then its reading is open, and whoever handed it in reads it.
 */
export type KeptFile =
  | { readonly kind: 'kept'; readonly result: SubmissionResult }
  | { readonly kind: 'taken' }
  | { readonly kind: 'reread'; readonly submission: string; readonly reading: string };

/** Files that touch each other were about to be kept together; all of it is rolled back. */
export class CrossingFiles extends Error {
  readonly crossing: ReadonlySet<number>;
  constructor(crossing: ReadonlySet<number>) {
    super('Files that touch each other are kept one after the other');
    this.crossing = crossing;
  }
}

/** More rows than this are kept in several batches of the same transaction. */
const batchRows = 250;

/**
 * Keeps small files of one source whole in one transaction: bytes, rows, visits, debts, verdicts and, under a sender's own key, the answer.
 * So a file answered 202 costs one durable commit at most, and nothing of it is ever half there.
 */
export async function keepSmallFiles(tx: Tx, files: readonly SmallFile[], parts: GatewayParts): Promise<readonly KeptFile[]> {
  const { idempotency } = parts.store;
  const at = parts.now();
  const claims = files.flatMap(({ claim }) => claim ?? []);
  const claimed = new Set(await idempotency.claimKeys(tx, claims, { at, patienceMs: keyPatienceMs(parts) }));
  // Of two files under one key the first has it.
  const isOurs = ({ claim }: SmallFile): boolean => claim === undefined || claimed.delete(claim.keyDigest.toString('hex'));
  const ours = files.filter(isOurs);
  const received = await parts.store.submissions.receiveFiles(
    tx,
    ours.map((file) => toIncoming(parts, file)),
    { at, lease: { owner: parts.owner, until: new Date(at.getTime() + readingLeaseMs) } },
  );
  const kept = await keepAll(tx, { files: ours, received, at }, parts);
  await idempotency.keepAnswers(
    tx,
    kept.flatMap(({ file, end }) => toClaimedAnswers(file, end)),
  );
  await idempotency.freeKeys(
    tx,
    kept.flatMap(({ file, end }) => (end.kind === 'reread' ? (file.claim ?? []) : [])),
  );
  const ends = new Map(kept.map(({ file, end }) => [file, end] as const));
  return files.map((file) => ends.get(file) ?? { kind: 'taken' });
}

function toClaimedAnswers({ claim }: SmallFile, end: KeptFile) {
  return claim === undefined || end.kind !== 'kept' ? [] : [{ keyDigest: claim.keyDigest, ...toAnswer(end.result) }];
}

interface Arrived {
  readonly files: readonly SmallFile[];
  readonly received: readonly Received[];
  readonly at: Date;
}

interface Ended {
  readonly file: SmallFile;
  readonly end: KeptFile;
}

async function keepAll(tx: Tx, { files, received, at }: Arrived, parts: GatewayParts): Promise<readonly Ended[]> {
  const all = files.flatMap((file, index) => (received[index] === undefined ? [] : [{ file, received: received[index] }]));
  const fresh = all.filter((one) => one.received.state === 'new');
  const kept = await keepFresh(tx, { fresh, at }, parts);
  await finishAll(tx, { fresh, kept, at }, parts);
  const results = new Map(fresh.map((one, index) => [one, toFreshResult(tx, one, kept[index]?.rows ?? [], parts)] as const));
  const ended: Ended[] = [];
  for (const one of all) {
    const result = results.get(one);
    ended.push({ file: one.file, end: result === undefined ? await endKnown(tx, one, parts) : { kind: 'kept', result } });
  }
  return ended;
}

interface Arrival {
  readonly file: SmallFile;
  readonly received: Received;
}

/** Several files fit one batch; a file of more rows comes alone and in several. */
async function keepFresh(
  tx: Tx,
  { fresh, at }: { readonly fresh: readonly Arrival[]; readonly at: Date },
  parts: GatewayParts,
): Promise<readonly RowsOfReading[]> {
  const [first] = fresh;
  if (first === undefined) return [];
  const context = { source: first.file.source, site: first.file.site, at };
  if (fresh.length === 1) return [await keepInBatches(tx, first, context, parts)];
  const kept = await keepRows(
    tx,
    fresh.map(({ file, received }) => ({ ...received, from: 0, rows: file.rows })),
    context,
    parts,
  );
  const crossing = findCrossings(kept.map(({ rows }) => rows));
  if (crossing.size > 0) throw new CrossingFiles(crossing);
  return kept;
}

async function keepInBatches(
  tx: Tx,
  { file, received }: Arrival,
  context: Parameters<typeof keepRows>[2],
  parts: GatewayParts,
): Promise<RowsOfReading> {
  const kept: RowsOfReading['rows'][number][] = [];
  for (let from = 0; from < file.rows.length; from += batchRows) {
    const batch = { ...received, from, rows: file.rows.slice(from, from + batchRows) };
    for (const { rows } of await keepRows(tx, [batch], context, parts)) kept.push(...rows);
  }
  return { reading: received.reading, from: 0, rows: kept };
}

async function finishAll(
  tx: Tx,
  { fresh, kept, at }: { readonly fresh: readonly Arrival[]; readonly kept: readonly RowsOfReading[]; readonly at: Date },
  { store, owner }: GatewayParts,
): Promise<void> {
  const readings = fresh.map(({ file, received }, index) => {
    const rows = kept[index]?.rows ?? [];
    return { id: received.reading, cursor: rows.length, counts: toStoredCounts(toCounts(rows)), issues: file.issues };
  });
  if (!(await store.readings.finishReadings(tx, readings, { owner, at })))
    throw new Error('A reading opened here was taken by another process');
}

function toCounts(rows: RowsOfReading['rows']) {
  return rows.reduce((sum, { row }) => addToCounts(sum, row), noCounts);
}

function toFreshResult(tx: Tx, { file, received }: Arrival, rows: RowsOfReading['rows'], { store }: GatewayParts): SubmissionResult {
  return toResult({
    ...{ id: received.submission, finished: true, unchanged: false, environment: store.environment, source: file.source.name },
    ...{ counts: toCounts(rows), issues: file.issues },
    rows: rows.map((row, position) => store.rows.toKept(tx, { reading: received.reading, position }, row)),
  });
}

async function endKnown(tx: Tx, { file, received }: Arrival, parts: GatewayParts): Promise<KeptFile> {
  const { state, submission, reading } = received;
  if (state === 'reread') return { kind: 'reread', submission, reading };
  const result = await findResult(parts, submission, tx);
  if (result === undefined) throw new Error('A submission that was just received is not there');
  return { kind: 'kept', result: { ...result, unchanged: file.isReread !== true } };
}
