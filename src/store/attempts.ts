import type { Delivery } from '../platforms/platform.ts';
import type { Db } from './db.ts';
import { toJsonText } from './json.ts';
import { toOwnId } from './own-id.ts';
import { toKeyColumns, type DebtKey } from './owe.ts';
import { toScopedKey } from './sealing/keyring.ts';
import { sealJson, unsealJson } from './sealing/seal.ts';
import type { SealingKey } from './sealing/seal.ts';

/** One request to a platform and what came back. `codes` and `plan` hold no personal data; `body` is sealed. */
export interface Attempt {
  readonly plan: string;
  readonly delivery: Delivery['kind'];
  readonly httpStatus?: number;
  readonly codes: readonly string[];
  readonly requestHash?: string;
  /** Request and answer, as far as they are kept. */
  readonly body?: unknown;
  readonly at: Date;
  readonly durationMs: number;
}

interface AttemptRow {
  readonly id: string;
  readonly plan: string;
  readonly delivery: Delivery['kind'];
  readonly http_status: number | null;
  readonly codes: readonly string[];
  readonly request_hash: string | null;
  readonly sealed_body: Buffer | null;
  readonly at: Date;
  readonly duration_ms: number;
}

/** An attempt with the subject it was for. The id is given before it is written, so that what is written again stands once. */
export interface AttemptOf {
  readonly id: string;
  readonly debt: DebtKey;
  readonly attempt: Attempt;
}

/** Writes down an attempt for a subject. */
export async function recordAttempt(db: Db, debt: DebtKey, attempt: Attempt): Promise<void> {
  await recordAttempts(db, [{ id: toOwnId(attempt.at, db.random), debt, attempt }]);
}

/** Writes down attempts for any subjects. */
export async function recordAttempts(db: Db, all: readonly AttemptOf[]): Promise<void> {
  const each = (of: (attempt: Attempt) => unknown): readonly unknown[] => all.map(({ attempt }) => of(attempt));
  await db.count('record-attempt', [
    all.map(({ id }) => id),
    db.environment,
    ...toKeyColumns(all.map(({ debt }) => debt)),
    each(({ plan }) => plan),
    each(({ delivery }) => delivery),
    each(({ httpStatus }) => httpStatus ?? null),
    each(({ codes }) => toJsonText(codes)),
    each(({ requestHash }) => requestHash ?? null),
    all.map(({ id, debt, attempt: { body } }) => (body === undefined ? null : sealJson(keyOf(db, debt), context(id), body, db.random))),
    each(({ at }) => at),
    each(({ durationMs }) => Math.round(durationMs)),
  ]);
}

/** Every attempt for a subject, the earliest first. */
export async function attemptsOf(db: Db, debt: DebtKey): Promise<readonly Attempt[]> {
  const rows = await db.rows<AttemptRow>('attempts-of', [db.environment, debt.platform, debt.subject.kind, debt.subject.id]);
  return rows.map((row) => ({
    plan: row.plan,
    delivery: row.delivery,
    ...(row.http_status !== null && { httpStatus: row.http_status }),
    codes: row.codes,
    ...(row.request_hash !== null && { requestHash: row.request_hash }),
    ...(row.sealed_body !== null && { body: unsealJson(keyOf(db, debt), context(row.id), row.sealed_body) }),
    at: row.at,
    durationMs: row.duration_ms,
  }));
}

/** Forgets the bodies of attempts made before a moment; codes and hashes stay. */
export async function dropAttemptBodies(db: Db, before: Date): Promise<number> {
  return db.count('drop-attempt-bodies', [before]);
}

function keyOf({ keys }: Db, { subject }: DebtKey): SealingKey {
  return toScopedKey(keys.raw, `attempt|${subject.kind}|${subject.id}`);
}

function context(id: string): string {
  return `attempt.body|${id}`;
}
