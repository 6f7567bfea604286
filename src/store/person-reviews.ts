import { toPairKey, type ReviewReason } from '../map/persons/known-person.ts';
import type { Db, Tx } from './db.ts';
import { toJsonText } from './json.ts';
import { toOwnId } from './own-id.ts';
import { personKeysOf } from './person-keys.ts';
import { sealJson } from './sealing/seal.ts';

/** How a pair stands: to be looked at, one person, or two. */
export type ReviewState = 'open' | 'same' | 'not-same';

/** A pair of people who may be one. `one` is the lesser id. */
export interface KeptReview {
  readonly id: string;
  readonly one: string;
  readonly other: string;
  readonly reasons: readonly ReviewReason[];
  readonly state: ReviewState;
  readonly foundAt: Date;
  readonly decidedAt: Date | undefined;
  readonly decidedBy: string | undefined;
}

/** Two people, in any order. */
export interface Pair {
  readonly person: string;
  readonly candidate: string;
}

/** What an officer decided, who, when and why. */
export interface Decision {
  readonly state: Exclude<ReviewState, 'open'>;
  readonly by: string;
  readonly why: string;
  readonly at: Date;
}

interface ReviewRow {
  readonly id: string;
  readonly one: string;
  readonly other: string;
  readonly reasons: readonly ReviewReason[];
  readonly state: ReviewState;
  readonly found_at: Date;
  readonly decided_at: Date | null;
  readonly decided_by: string | null;
}

/** Keeps pairs for an officer to look at. A pair is asked once; what was decided stays decided. */
export async function saveReviews(tx: Tx, reviews: readonly (Pair & { readonly reason: ReviewReason })[], at: Date): Promise<void> {
  const pairs = new Map<string, Set<ReviewReason>>();
  for (const { person, candidate, reason } of reviews) {
    const key = toPairKey(person, candidate);
    if (person !== candidate) pairs.set(key, (pairs.get(key) ?? new Set()).add(reason));
  }
  if (pairs.size === 0) return;
  const entries = [...pairs].map(([key, reasons]) => ({ ...fromPairKey(key), reasons: toJsonText([...reasons].sort()) }));
  await tx.count('save-reviews', [
    entries.map(() => toOwnId(at, tx.random)),
    entries.map(({ one }) => one),
    entries.map(({ other }) => other),
    entries.map(({ reasons }) => reasons),
    tx.environment,
    at,
  ]);
}

/** The pairs (`toPairKey`) among these people of whom an officer has said that they are two. */
export async function decidedPairs(db: Db, persons: readonly string[]): Promise<ReadonlySet<string>> {
  if (persons.length < 2) return new Set();
  const rows = await db.rows<{ one: string; other: string }>('decided-pairs', [persons]);
  return new Set(rows.map(({ one, other }) => toPairKey(one, other)));
}

/** Where a page of the list begins and how long it is; `places`: only pairs of whom one was seen there. */
export interface ReviewPage {
  readonly state: ReviewState;
  readonly after?: { readonly foundAt: Date; readonly id: string };
  readonly places?: readonly string[];
  readonly limit: number;
}

const beforeAll = { foundAt: new Date(0), id: '00000000-0000-0000-0000-000000000000' };

/** Pairs in the order in which they were found. */
export async function listReviews(db: Db, { state, after = beforeAll, places, limit }: ReviewPage): Promise<readonly KeptReview[]> {
  const rows = await db.rows<ReviewRow>('list-reviews', [db.environment, state, after.foundAt, after.id, places ?? null, limit]);
  return rows.map(toReview);
}

/** One pair by its id. */
export async function getReview(db: Db, id: string): Promise<KeptReview | undefined> {
  return (await db.rows<ReviewRow>('get-review', [id, db.environment])).map(toReview)[0];
}

/** Every pair that has one of these people. */
export async function reviewsOf(db: Db, persons: readonly string[]): Promise<readonly KeptReview[]> {
  return (await db.rows<ReviewRow>('reviews-of-persons', [persons, db.environment])).map(toReview);
}

/** Remembers what an officer decided about a pair, whether anybody had asked or not. Both must be known and not erased. */
export async function decideReview(tx: Tx, pair: Pair, { state, by, why, at }: Decision): Promise<void> {
  const { one, other } = toOrdered(pair);
  const key = (await personKeysOf(tx, [one])).get(one);
  if (key === undefined) throw new Error('a pair is decided about people who are known');
  const sealed = sealJson(key, `person_review.why|${one}|${other}`, { why }, tx.random);
  await tx.count('decide-review', [toOwnId(at, tx.random), tx.environment, one, other, state, at, by, sealed]);
}

/** Asks again about a pair that was taken for one person: the merge was undone. */
export async function reopenReview(tx: Tx, pair: Pair): Promise<void> {
  const { one, other } = toOrdered(pair);
  await tx.count('reopen-review', [one, other]);
}

function toOrdered({ person, candidate }: Pair): { readonly one: string; readonly other: string } {
  return fromPairKey(toPairKey(person, candidate));
}

function fromPairKey(key: string): { readonly one: string; readonly other: string } {
  const [one = '', other = ''] = key.split('|');
  return { one, other };
}

function toReview({ id, one, other, reasons, state, found_at, decided_at, decided_by }: ReviewRow): KeptReview {
  return { id, one, other, reasons, state, foundAt: found_at, decidedAt: decided_at ?? undefined, decidedBy: decided_by ?? undefined };
}
