import { createHash } from 'node:crypto';
import type { Environment } from '../platforms/subject.ts';
import type { Db, Tx } from './db.ts';
import { toJsonText } from './json.ts';
import { toArrivalTime, toOwnId } from './own-id.ts';
import { openReading } from './readings.ts';
import type { Lease } from './readings.ts';
import { seal, unseal } from './sealing/seal.ts';
import { chunkContext, openLabel, sealLabel, submissionKey, toIdentity } from './submission-seals.ts';

/** What is handed in: bytes, the source that reads them, and what the request says beside them (place, date, as-of). */
export interface Incoming {
  readonly bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
  readonly source: string;
  readonly request: Readonly<Record<string, string>>;
  readonly submitter: string;
  /** The file's name as the sender gave it; sealed, because people write names into file names. */
  readonly fileName?: string;
  /** True when the file's name decides what the rows mean: it then belongs to the identity, as a keyed hash. */
  readonly readsFileName?: boolean;
  /** Version of the source tables, elements and life stages it is to be read with. */
  readonly tablesVersion: string;
  readonly at: Date;
  /** Who reads it now, and until when nobody else takes over. */
  readonly lease: Lease;
}

/** `same`: these bytes were read with these tables before. `reread`: known bytes, new tables. */
export interface Received {
  readonly state: 'new' | 'reread' | 'same';
  readonly submission: string;
  readonly reading: string;
}

/** A submission without its bytes. `contentHash` is the SHA-256 of the bytes, in hex. */
export interface Submission {
  readonly id: string;
  readonly environment: Environment;
  readonly source: string;
  readonly request: Readonly<Record<string, string>>;
  readonly submitter: string;
  readonly receivedAt: Date;
  readonly byteCount: number;
  readonly contentHash: string | undefined;
  readonly fileName: string | undefined;
  readonly bytesErasedAt: Date | undefined;
}

interface SubmissionRow {
  readonly id: string;
  readonly environment: Environment;
  readonly source: string;
  readonly request: Readonly<Record<string, string>>;
  readonly submitter: string;
  readonly received_at: Date;
  readonly byte_count: number;
  readonly sealed_label: Buffer | null;
  readonly bytes_erased_at: Date | null;
}

/** The bytes of a submission lie in pieces of this size. */
export const chunkBytes = 1024 * 1024;

/**
 * Stores what came and opens its reading. The same bytes for the same source and request are the same submission, whoever sends them.
 * When `bytes` is a stream the work cannot be repeated: give `transact` one try.
 */
export async function receive(tx: Tx, incoming: Incoming): Promise<Received> {
  const fresh = toOwnId(await toArrivalTime(tx, incoming.at), tx.random);
  const kept = await keepBytes(tx, fresh, incoming.bytes);
  const identity = toIdentity(tx, incoming, kept.contentHash);
  const label = sealLabel(tx, fresh, { contentHash: kept.contentHash, fileName: incoming.fileName });
  const inserted = await tx.count('insert-submission', [
    fresh,
    tx.environment,
    identity,
    incoming.source,
    toJsonText(incoming.request),
    incoming.submitter,
    incoming.at,
    kept.byteCount,
    label,
  ]);
  const submission = inserted === 1 ? fresh : await findSame(tx, incoming, identity, fresh);
  if (inserted === 1) await kept.keepLast();
  const opened = await openReading(tx, { submission, tablesVersion: incoming.tablesVersion, at: incoming.at, lease: incoming.lease });
  const known = opened.isNew ? 'reread' : 'same';
  return { state: inserted === 1 ? 'new' : known, submission, reading: opened.reading };
}

/** A submission without its bytes, or undefined. */
export async function getSubmission(db: Db, id: string): Promise<Submission | undefined> {
  const [row] = await db.rows<SubmissionRow>('get-submission', [id, db.environment]);
  if (row === undefined) return undefined;
  const label = openLabel(db, id, row.sealed_label);
  return {
    id,
    environment: row.environment,
    source: row.source,
    request: row.request,
    submitter: row.submitter,
    receivedAt: row.received_at,
    byteCount: row.byte_count,
    contentHash: label.contentHash,
    fileName: label.fileName,
    bytesErasedAt: row.bytes_erased_at ?? undefined,
  };
}

/** The bytes of a submission, piece by piece; nothing when they were erased. */
export async function* submissionBytes(db: Db, id: string): AsyncGenerator<Uint8Array> {
  const key = submissionKey(db, id);
  for (let ordinal = 0; ; ordinal += 1) {
    const [row] = await db.rows<{ sealed_bytes: Buffer }>('get-chunk', [id, ordinal]);
    if (row === undefined) return;
    yield unseal(key, chunkContext(id, ordinal), row.sealed_bytes);
  }
}

/** Whether somebody has handed a submission in: who did may ask what became of it, and so may whoever handed in the same bytes later. */
export async function isHandedInBy(db: Db, id: string, submitter: string): Promise<boolean> {
  return (await db.rows('is-handed-in-by', [id, db.environment, submitter])).length > 0;
}

interface KeptBytes {
  readonly contentHash: string;
  readonly byteCount: number;
  /** The last piece is written only for what is new: a small file that is known costs no write. */
  keepLast(): Promise<number>;
}

async function keepBytes(tx: Tx, submission: string, bytes: Incoming['bytes']): Promise<KeptBytes> {
  const key = submissionKey(tx, submission);
  const hash = createHash('sha256');
  let byteCount = 0;
  let ordinal = 0;
  let held: Uint8Array = new Uint8Array(0);
  const write = (piece: Uint8Array): Promise<number> =>
    tx.count('insert-chunk', [submission, ordinal, seal(key, chunkContext(submission, ordinal), piece, tx.random)]);
  for await (const part of bytes) {
    hash.update(part);
    byteCount += part.length;
    // A part that comes alone is cut up where it lies: a body of many megabytes is never copied.
    held = held.length === 0 ? part : Buffer.concat([held, part]);
    while (held.length > chunkBytes) {
      await write(held.subarray(0, chunkBytes));
      held = held.subarray(chunkBytes);
      ordinal += 1;
    }
  }
  return { contentHash: hash.digest('hex'), byteCount, keepLast: () => write(held) };
}

async function findSame(tx: Tx, { submitter, at }: Incoming, identity: Uint8Array, fresh: string): Promise<string> {
  await tx.count('drop-chunks', [fresh]);
  const [row] = await tx.rows<{ id: string }>('find-submission', [identity]);
  if (row === undefined) throw new Error('a submission that conflicts must be there');
  await tx.count('note-senders', [[row.id], [submitter], at]);
  return row.id;
}
