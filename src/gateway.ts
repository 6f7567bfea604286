import type { Checked } from './fhir/checked.ts';
import { toPassed } from './fhir/checked.ts';
import { collectSmallFiles, type SmallFiles } from './gateway/collect-small-files.ts';
import { createOnce } from './gateway/hand-in-once.ts';
import { openSubmission, toIncoming, type OpenedSubmission } from './gateway/open-submission.ts';
import type { GatewayParts } from './gateway/parts.ts';
import { keyPatienceMs, readingLeaseMs } from './gateway/parts.ts';
import { createReader, type Reader } from './gateway/read-on.ts';
import { findResult, isHandedInBy, listVerdicts, toAnswer } from './gateway/results.ts';
import { returnFile } from './gateway/return-file.ts';
import type { SubmissionDesk } from './http/submission-desk.ts';
import { isAnsweredAtOnce } from './ingest/is-answered-at-once.ts';
import type { MappedRow } from './map/mapped-row.ts';
import type { Tx } from './store/db.ts';
import type { KeyClaim } from './store/idempotency.ts';
import type { Received } from './store/submissions.ts';
import type { SubmissionRequest, SubmissionResult } from './submission.ts';

/** The way in, with the readings it goes on with after a start. */
export interface Gateway extends SubmissionDesk {
  /** Takes up readings that a dead process left, until stopped. */
  resume(onFault: (fault: unknown) => void): Promise<void>;
  /** How fast long files are read here; undefined when none was read lately. */
  readBytesPerSecond(): number | undefined;
  /** Waits until every file handed in here has been read. */
  idle(): Promise<void>;
  stop(): void;
}

/** Files of up to this many lines or records are read before the answer; longer ones afterwards, with a cursor that survives a kill. */
const answeredAtOnce = { most: 510, mostJsonBytes: 1_048_576 };

/**
 * The way in: a submission is *read* into rows, rows are *mapped* to visits, visits become *bundles*, bundles are *validated*,
 * and what holds is *stored* together with what is now *owed* to each platform, in one transaction a batch;
 * the sender gets a verdict for every row.
 */
export function createGateway(parts: GatewayParts): Gateway {
  const reader = createReader(parts);
  const way: WayIn = { parts, reader, smallFiles: collectSmallFiles(parts) };
  return {
    submit: async (request) => withoutKey(await submit(way, request)),
    submitOnce: createOnce(parts, (request, claim) => submit(way, request, claim)),
    isAnsweredAtOnce: isShort,
    isHandedInBy: (id, submitter) => isHandedInBy(parts, id, submitter),
    find: (id) => findResult(parts, id),
    rows: (id, after, limit) => listVerdicts(parts, id, after, limit),
    returnedFile: (id) => returnFile(parts, id),
    resume: (onFault) => reader.resume(onFault),
    readBytesPerSecond: () => reader.bytesPerSecond(),
    idle: () => reader.idle(),
    stop: () => {
      reader.stop();
    },
  };
}

interface WayIn {
  readonly parts: GatewayParts;
  readonly reader: Reader;
  readonly smallFiles: SmallFiles;
}

/** Opened, and kept: a short file whole, a long one's bytes first. `taken` when the key has been used by another request meanwhile. */
async function submit(way: WayIn, request: SubmissionRequest, claim?: KeyClaim): Promise<Checked<SubmissionResult | 'taken'>> {
  const submission = await openSubmission(way.parts, request);
  if (!submission.ok) return submission;
  const keep = isShort(request.bytes) ? keepWhole : keepBytes;
  return toPassed(await keep(way, submission.value, claim));
}

/** Every row is mapped before anything is stored; then all of the file is stored in one transaction. */
async function keepWhole(way: WayIn, submission: OpenedSubmission, claim?: KeyClaim): Promise<SubmissionResult | 'taken'> {
  const { opened, ...rest } = submission;
  const rows: MappedRow[] = [];
  for await (const row of opened.rows) rows.push(row);
  const file = { ...rest, rows, issues: opened.issues(), ...(claim === undefined ? {} : { claim }) };
  const kept = await way.smallFiles.keep(file);
  if (kept.kind !== 'reread') return kept.kind === 'taken' ? 'taken' : kept.result;
  await way.reader.read(kept.reading);
  const again = await way.smallFiles.keep({ ...file, isReread: true });
  if (again.kind === 'reread') throw new Error('What was read again just now is known');
  return again.kind === 'taken' ? 'taken' : again.result;
}

/** Durable when it returns: the bytes as they came, a reading that whoever lives goes on with, and the answer where there is a key for it. */
async function keepBytes({ parts, reader }: WayIn, submission: OpenedSubmission, claim?: KeyClaim): Promise<SubmissionResult | 'taken'> {
  const { idempotency } = parts.store;
  const kept = await parts.store.transact(async (tx) => {
    const at = parts.now();
    const claims = claim === undefined ? [] : [claim];
    const mine = await idempotency.claimKeys(tx, claims, { at, patienceMs: keyPatienceMs(parts) });
    if (mine.size < claims.length) return 'taken';
    const received = await receive(tx, submission, at, parts);
    const found = await findResult(parts, received.submission, tx);
    if (found === undefined) throw new Error('A submission that was just received is not there');
    const result = { ...found, unchanged: received.state === 'same' };
    await idempotency.keepAnswers(
      tx,
      claims.map(({ keyDigest }) => ({ keyDigest, ...toAnswer(result) })),
    );
    return { received, result };
  });
  if (kept === 'taken') return 'taken';
  if (kept.received.state !== 'same') void reader.read(kept.received.reading);
  return kept.result;
}

function receive(tx: Tx, submission: OpenedSubmission, at: Date, parts: GatewayParts): Promise<Received> {
  const lease = { owner: parts.owner, until: new Date(at.getTime() + readingLeaseMs) };
  const { bytes, ...incoming } = toIncoming(parts, submission);
  return parts.store.submissions.receive(tx, { ...incoming, bytes: [bytes], at, lease });
}

function withoutKey(handed: Checked<SubmissionResult | 'taken'>): Checked<SubmissionResult> {
  if (!handed.ok) return handed;
  if (handed.value === 'taken') throw new Error('Only a key can be taken');
  return toPassed(handed.value, handed.issues);
}

function isShort(bytes: Uint8Array): boolean {
  return isAnsweredAtOnce(bytes, answeredAtOnce);
}
