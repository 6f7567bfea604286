import type { Candidate } from '../platforms/platform.ts';
import type { Debt } from '../deliver/debt.ts';
import type { Db, Tx } from './db.ts';
import { toOwnId } from './own-id.ts';
import { personKeysOf, unwrapPersonKey } from './person-keys.ts';
import { sealJson, unsealJson } from './sealing/seal.ts';

/** How a record of a platform stands: to be looked at, the person's, or somebody else's. */
export type IdentityState = 'open' | 'same' | 'not-same';

/** A record of a platform that was offered for a person. `theirs` is what the platform showed of it, which may be masked. */
export interface KeptIdentity {
  readonly id: string;
  readonly platform: string;
  readonly person: string;
  readonly platformId: string;
  readonly foundBy: Candidate['by'] | 'orang';
  readonly state: IdentityState;
  readonly foundAt: Date;
  readonly decidedAt: Date | undefined;
  readonly decidedBy: string | undefined;
  /** Keyed hash of the number it was found by. */
  readonly key: string;
  /** Why the person's debt stands where it does. */
  readonly reason: string | undefined;
  readonly theirs: Pick<Candidate, 'name' | 'birthDate' | 'sex' | 'birthOrder'>;
}

interface IdentityRow {
  readonly id: string;
  readonly platform: string;
  readonly person: string;
  readonly platform_id: string;
  readonly found_by: KeptIdentity['foundBy'];
  readonly identity_key: string;
  readonly state: IdentityState;
  readonly found_at: Date;
  readonly decided_at: Date | null;
  readonly decided_by: string | null;
  readonly sealed_candidate: Buffer | null;
  readonly reason: string | null;
}

/** Keeps the records that a person has to look at; those offered before and not now are no question any more. */
export async function offerIdentities(
  tx: Tx,
  { platform, subject }: Pick<Debt, 'platform' | 'subject'>,
  candidates: readonly Candidate[],
  at: Date,
): Promise<void> {
  const person = subject.id;
  const key = (await personKeysOf(tx, [person])).get(person);
  if (subject.kind !== 'patient' || key === undefined || candidates.length === 0) return;
  const unique = [...new Map(candidates.map((one) => [one.platformId, one])).values()];
  const sealed = unique.map(({ platformId, name, birthDate, sex, birthOrder }) =>
    sealJson(key, contextOf(person, platformId), { name, birthDate, sex, birthOrder }, tx.random),
  );
  await tx.count('offer-identities', [
    ...[tx.environment, platform, person, at],
    unique.map(() => toOwnId(at, tx.random)),
    unique.map(({ platformId }) => platformId),
    unique.map(({ by }) => by),
    unique.map((one) => one.key),
    sealed,
  ]);
}

/** Where a page of the list begins and how long it is; `places`: only people who were seen there. */
export interface IdentityPage {
  readonly state: IdentityState;
  readonly after?: { readonly foundAt: Date; readonly id: string };
  readonly places?: readonly string[];
  readonly limit: number;
}

const beforeAll = { foundAt: new Date(0), id: '00000000-0000-0000-0000-000000000000' };

/** Offered records in the order in which they were found. */
export async function listIdentities(db: Db, { state, after = beforeAll, places, limit }: IdentityPage): Promise<readonly KeptIdentity[]> {
  const rows = await db.rows<IdentityRow>('list-identities', [db.environment, state, after.foundAt, after.id, places ?? null, limit]);
  return open(db, rows);
}

/** One of them by its id. */
export async function getIdentity(db: Db, id: string): Promise<KeptIdentity | undefined> {
  return (await open(db, await db.rows<IdentityRow>('get-identity', [id, db.environment])))[0];
}

/** What a person decided about a record of a platform. */
export interface IdentityWord {
  readonly platform: string;
  readonly person: string;
  readonly platformId: string;
  readonly state: Exclude<IdentityState, 'open'>;
  /** Keyed hash of the number it holds for; empty = as it was found. */
  readonly key: string;
  readonly by: string;
  readonly why: string;
  readonly at: Date;
}

/** Remembers what was decided, and forgets the number where it is denied, or every other one where it is the same. */
export async function decideIdentity(tx: Tx, word: IdentityWord): Promise<void> {
  const { platform, person, platformId, state, by, why, at } = word;
  const key = (await personKeysOf(tx, [person])).get(person);
  if (key === undefined) throw new Error('an identity is decided of somebody who is known');
  const sealed = sealJson(key, `identity_decision.why|${person}|${platformId}`, { why }, tx.random);
  const values = [toOwnId(at, tx.random), tx.environment, platform, person, platformId, word.key, state, at, by, sealed];
  await tx.count('decide-identity', values);
  const refs = ['', '/nama-cocok', '/dibuat', '/ibu'].map((part) => `patient/${person}${part}`);
  await tx.count('forget-identity', [tx.environment, platform, refs, platformId, state === 'not-same']);
}

/** What people said of a person's records at a platform, and whether it was asked for the person in vain. */
export interface PersonStanding {
  readonly decided: ReadonlyMap<string, 'sama' | 'bukan'>;
  readonly absent: boolean;
}

/** How a person stands with a platform; `keys` are keyed hashes of the numbers of today. */
export async function standingOf(
  db: Db,
  { platform, person, keys }: { readonly platform: string; readonly person: string; readonly keys: readonly string[] },
): Promise<PersonStanding> {
  const [row] = await db.rows<{ decided: Readonly<Record<string, IdentityState>> | null; absent: boolean }>('standing-of-person', [
    ...[db.environment, platform, person],
    keys,
  ]);
  const decided = Object.entries(row?.decided ?? {}).map(([id, state]) => [id, state === 'same' ? 'sama' : 'bukan'] as const);
  return { decided: new Map(decided), absent: row?.absent ?? false };
}

/** Opens what is sealed; of somebody who was erased nothing is left. */
async function open(db: Db, rows: readonly IdentityRow[]): Promise<readonly KeptIdentity[]> {
  const people = [...new Set(rows.map(({ person }) => person))];
  const wrapped = people.length === 0 ? [] : await db.rows<{ id: string; sealed_key: Buffer }>('person-keys', [people]);
  const keys = new Map(wrapped.map(({ id, sealed_key: sealed }) => [id, unwrapPersonKey(db, id, sealed)]));
  return rows.flatMap((row) => {
    const key = keys.get(row.person);
    if (key === undefined) return [];
    const { sealed_candidate: sealed, person, platform_id: platformId } = row;
    const theirs = sealed === null ? {} : (unsealJson(key, contextOf(person, platformId), sealed) as KeptIdentity['theirs']);
    return [{ ...toKept(row), theirs }];
  });
}

function toKept(row: IdentityRow): Omit<KeptIdentity, 'theirs'> {
  return {
    ...{ id: row.id, platform: row.platform, person: row.person, platformId: row.platform_id },
    ...{ foundBy: row.found_by, state: row.state, foundAt: row.found_at, key: row.identity_key },
    ...{ decidedAt: row.decided_at ?? undefined, decidedBy: row.decided_by ?? undefined, reason: row.reason ?? undefined },
  };
}

function contextOf(person: string, platformId: string): string {
  return `identity_decision.candidate|${person}|${platformId}`;
}
