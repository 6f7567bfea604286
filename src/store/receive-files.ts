import { createHash } from 'node:crypto';
import type { Tx } from './db.ts';
import { toJsonText } from './json.ts';
import { toArrivalTime, toOwnId } from './own-id.ts';
import { openReading, openReadings } from './readings.ts';
import type { Lease } from './readings.ts';
import { seal } from './sealing/seal.ts';
import { chunkContext, sealLabel, submissionKey, toIdentity } from './submission-seals.ts';
import { chunkBytes, receive } from './submissions.ts';
import type { Incoming, Received } from './submissions.ts';

/** A file handed in as a whole, by the way of several that are received together. */
export interface IncomingFile extends Omit<Incoming, 'bytes' | 'at' | 'lease'> {
  readonly bytes: Uint8Array;
}

/** When files are received, and who reads them. */
interface Arrival {
  readonly at: Date;
  readonly lease: Lease;
}

/**
 * Stores several whole files and opens their readings, as `receive` does for one, in as many statements as one takes.
 * Answers in the order of the files; of two that are the same the second is.
 */
export async function receiveFiles(tx: Tx, files: readonly IncomingFile[], arrival: Arrival): Promise<readonly Received[]> {
  const [first] = files;
  if (first === undefined) return [];
  if (files.length === 1 && first.bytes.length > chunkBytes) return [await receive(tx, { ...first, ...arrival, bytes: [first.bytes] })];
  const since = await toArrivalTime(tx, arrival.at);
  const named = files.map((file) => toNamed(tx, file, since));
  const fresh = new Set((await insertAll(tx, named, arrival.at)).map(({ id }) => id));
  const same = named.filter(({ id }) => !fresh.has(id));
  const received = new Map([
    ...(await openFresh(
      tx,
      named.filter(({ id }) => fresh.has(id)),
      arrival,
    )),
    ...(await openSame(tx, same, arrival)),
  ]);
  return named.map((one) => {
    const its = received.get(one);
    if (its === undefined) throw new Error('every file that is received has its reading');
    return its;
  });
}

async function openFresh(tx: Tx, named: readonly Named[], arrival: Arrival): Promise<ReadonlyMap<Named, Received>> {
  const of = named.map(({ id, file }) => ({ submission: id, tablesVersion: file.tablesVersion }));
  const readings = await openReadings(tx, of, arrival);
  return new Map(named.map((one, index) => [one, { state: 'new', submission: one.id, reading: readings[index] ?? '' }]));
}

/** What is known is read again only where the tables are others now; files are rarely handed in again, so one by one. */
async function openSame(tx: Tx, same: readonly Named[], arrival: Arrival): Promise<ReadonlyMap<Named, Received>> {
  if (same.length === 0) return new Map();
  const rows = await tx.rows<{ id: string; identity_digest: Buffer }>('find-submissions', [same.map(({ identity }) => identity)]);
  const known = new Map(rows.map((row) => [row.identity_digest.toString('hex'), row.id]));
  const received = new Map<Named, Received>();
  for (const one of same) {
    const submission = known.get(one.identity.toString('hex'));
    if (submission === undefined) throw new Error('a submission that conflicts must be there');
    const { reading, isNew } = await openReading(tx, { submission, tablesVersion: one.file.tablesVersion, ...arrival });
    received.set(one, { state: isNew ? 'reread' : 'same', submission, reading });
  }
  const senders = [...received].map(([{ file }, { submission }]) => ({ submission, submitter: file.submitter }));
  await tx.count('note-senders', [senders.map(({ submission }) => submission), senders.map(({ submitter }) => submitter), arrival.at]);
  return received;
}

interface Named {
  readonly id: string;
  readonly file: IncomingFile;
  readonly contentHash: string;
  readonly identity: Buffer;
}

function toNamed(tx: Tx, file: IncomingFile, at: Date): Named {
  if (file.bytes.length > chunkBytes) throw new Error('files that are received together are of one piece each');
  const contentHash = createHash('sha256').update(file.bytes).digest('hex');
  const identity = toIdentity(tx, file, contentHash);
  return { id: toOwnId(at, tx.random), file, contentHash, identity };
}

function insertAll(tx: Tx, named: readonly Named[], at: Date): Promise<readonly { id: string }[]> {
  return tx.rows<{ id: string }>('insert-submissions', [
    named.map(({ id }) => id),
    named.map(({ identity }) => identity),
    named.map(({ file }) => file.source),
    named.map(({ file }) => toJsonText(file.request)),
    named.map(({ file }) => file.submitter),
    named.map(({ file }) => file.bytes.length),
    named.map(({ id, contentHash, file }) => sealLabel(tx, id, { contentHash, fileName: file.fileName })),
    named.map(({ id, file }) => seal(submissionKey(tx, id), chunkContext(id, 0), file.bytes, tx.random)),
    tx.environment,
    at,
  ]);
}
