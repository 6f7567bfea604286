import { createHash } from 'node:crypto';
import type { SubmissionAnswer } from '../submission.ts';
import type { Db, Tx } from './db.ts';
import { errorCode } from './embedded/error-code.ts';
import { toScopedKey } from './sealing/keyring.ts';
import { sealJson, unsealJson } from './sealing/seal.ts';

/** A request under its sender's own key: everything that makes it the same request as another. */
export interface KeyedRequest {
  readonly submitter: string;
  readonly key: string;
  readonly bytes: Uint8Array;
  readonly source: string;
  /** What the request says beside the bytes (place, date), and the submitter's facility. */
  readonly facts: Readonly<Record<string, string>>;
  readonly fileName?: string;
}

/** A key and the request it stands for, as keyed hashes: neither can be read from the database. */
export interface KeyClaim {
  readonly keyDigest: Buffer;
  readonly requestDigest: Buffer;
}

/** How long a key stands for its request (our choice): a repeat with the next monthly report still finds its answer. */
export const idempotencyKeptMs = 35 * 24 * 3600_000;

const route = 'POST /v1/submissions';
const lockNotAvailable = '55P03';

/** What a key stands for: it belongs to one submitter, one environment and one route. */
export function toKeyClaim(db: Db, { submitter, key, bytes, source, facts, fileName }: KeyedRequest): KeyClaim {
  const told = Object.entries(facts).sort(([a], [b]) => (a < b ? -1 : 1));
  const contentHash = createHash('sha256').update(bytes).digest('hex');
  const named = fileName === undefined ? [] : [fileName];
  return {
    keyDigest: db.digest('idempotency', route, submitter, key),
    requestDigest: db.digest('idempotency-request', contentHash, source, JSON.stringify(told), ...named),
  };
}

/** The answer stored under a key, `other` when it stands for another request, undefined when it was never used or its time has run. */
export async function findAnswer(db: Db, { keyDigest, requestDigest }: KeyClaim): Promise<SubmissionAnswer | 'other' | undefined> {
  const [row] = await db.rows<AnswerRow>('find-idempotency', [keyDigest]);
  if (row === undefined) return undefined;
  return row.request_digest.equals(requestDigest) ? toAnswer(db, keyDigest, row) : 'other';
}

interface AnswerRow {
  readonly request_digest: Buffer;
  readonly http_status: number;
  readonly sealed_answer: Buffer;
  readonly submission: string;
}

function toAnswer(db: Db, keyDigest: Buffer, row: AnswerRow): SubmissionAnswer {
  const body = unsealJson(answerKey(db, keyDigest), answerContext(keyDigest), row.sealed_answer) as string;
  return { status: row.http_status, body, submission: row.submission };
}

/**
 * Takes keys for the requests of this transaction and tells which are ours, by their digests in hex; the others were used before. Waits for
 * whoever uses one at this moment, for `patienceMs` at most: then it fails with a fault of which `isKeyUnderWay` is true.
 */
export async function claimKeys(
  tx: Tx,
  claims: readonly KeyClaim[],
  { at, patienceMs }: { readonly at: Date; readonly patienceMs: number },
): Promise<ReadonlySet<string>> {
  if (claims.length === 0) return new Set();
  await tx.rows('wait-at-most', [String(Math.max(1, patienceMs))]);
  const rows = await tx.rows<{ key_digest: Buffer }>('claim-keys', [
    claims.map(({ keyDigest }) => keyDigest),
    claims.map(({ requestDigest }) => requestDigest),
    tx.environment,
    at,
  ]);
  return new Set(rows.map(({ key_digest: digest }) => digest.toString('hex')));
}

/** Whether a transaction failed because it waited too long for what another one holds, such as a key. */
export function isKeyUnderWay(fault: unknown): boolean {
  return errorCode(fault) === lockNotAvailable;
}

/** Stores the answers to requests whose keys this transaction has claimed. */
export async function keepAnswers(tx: Tx, answers: readonly (SubmissionAnswer & Pick<KeyClaim, 'keyDigest'>)[]): Promise<void> {
  if (answers.length === 0) return;
  await tx.count('keep-answers', [
    answers.map(({ keyDigest }) => keyDigest),
    answers.map(({ submission }) => submission),
    answers.map(({ status }) => status),
    answers.map(({ keyDigest, body }) => sealJson(answerKey(tx, keyDigest), answerContext(keyDigest), body, tx.random)),
  ]);
}

/** Gives keys back that this transaction has claimed and will not answer. */
export async function freeKeys(tx: Tx, claims: readonly Pick<KeyClaim, 'keyDigest'>[]): Promise<void> {
  if (claims.length > 0) await tx.count('free-keys', [claims.map(({ keyDigest }) => keyDigest)]);
}

/** Forgets keys that were used before a moment; returns how many. */
export async function dropIdempotency(db: Db, before: Date): Promise<number> {
  return db.count('drop-idempotency', [db.environment, before]);
}

function answerKey({ keys }: Db, keyDigest: Buffer) {
  return toScopedKey(keys.raw, `idempotency|${keyDigest.toString('hex')}`);
}

function answerContext(keyDigest: Buffer): string {
  return `idempotency.answer|${keyDigest.toString('hex')}`;
}
