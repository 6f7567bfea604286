import type { Person } from '../map/visit.ts';
import type { Db, Tx } from './db.ts';
import { toOwnId } from './own-id.ts';
import { personKeysOf } from './person-keys.ts';
import { sealJson, unsealJson } from './sealing/seal.ts';
import type { SealingKey } from './sealing/seal.ts';

/** Who did something to a person's identity, when and why. */
export interface MergeAct {
  readonly by: string;
  readonly why: string;
  readonly at: Date;
}

/** A merge to keep: `before` and `after` are the identity of the survivor. */
export interface MergeToKeep extends MergeAct {
  readonly merged: string;
  readonly survivor: string;
  readonly forced: boolean;
  readonly before: Person;
  readonly after: Person;
}

/** A merge that stands. */
export interface StandingMerge {
  readonly id: string;
  readonly survivor: string;
  readonly before: Person;
  readonly after: Person;
}

/** A line of the book of merges; nothing of it tells who the people are. */
export interface MergeLine {
  readonly id: string;
  readonly merged: string;
  readonly survivor: string;
  readonly forced: boolean;
  readonly mergedAt: Date;
  readonly mergedBy: string;
  readonly undoneAt: Date | undefined;
  readonly undoneBy: string | undefined;
}

/** Holds people until the transaction ends, in the order in which everybody holds them; answers with whom each was merged into. Erased ones are absent. */
export async function holdPersons(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string | undefined>> {
  const rows = await tx.rows<{ id: string; merged_into: string | null }>('hold-persons', [ids, tx.environment]);
  return new Map(rows.map(({ id, merged_into: into }) => [id, into ?? undefined]));
}

/** Points one person at another and writes down who did so. The identity of the survivor is kept by whoever calls. */
export async function keepMerge(tx: Tx, { merged, survivor, forced, before, after, by, why, at }: MergeToKeep): Promise<string> {
  const id = toOwnId(at, tx.random);
  const key = await keyOf(tx, survivor);
  await tx.count('point-merged', [merged, survivor, at]);
  const sealed = sealJson(key, `person_merge.merge|${id}`, { why, before, after }, tx.random);
  await tx.count('keep-merge', [id, tx.environment, merged, survivor, forced, at, by, sealed]);
  return id;
}

/** The merge by which somebody was taken for another, held until the transaction ends; undefined for somebody who was not, or was erased since. */
export async function standingMerge(tx: Tx, merged: string): Promise<StandingMerge | undefined> {
  const [row] = await tx.rows<{ id: string; survivor: string; sealed_merge: Buffer | null }>('standing-merge', [merged, tx.environment]);
  if (row === undefined || row.sealed_merge === null) return undefined;
  const key = await keyOf(tx, row.survivor);
  const { before, after } = unsealJson(key, `person_merge.merge|${row.id}`, row.sealed_merge) as { before: Person; after: Person };
  return { id: row.id, survivor: row.survivor, before, after };
}

/** Takes a pointer back and writes down who did so. */
export async function endMerge(tx: Tx, { id, survivor }: StandingMerge, merged: string, { by, why, at }: MergeAct): Promise<void> {
  await tx.count('point-merged', [merged, null, at]);
  const sealed = sealJson(await keyOf(tx, survivor), `person_merge.undo|${id}`, { why }, tx.random);
  await tx.count('end-merge', [id, at, by, sealed]);
}

interface MergeRow {
  readonly id: string;
  readonly merged: string;
  readonly survivor: string;
  readonly forced: boolean;
  readonly merged_at: Date;
  readonly merged_by: string;
  readonly undone_at: Date | null;
  readonly undone_by: string | null;
}

/** Every merge these people had a part in, the earliest first, also those that were undone. */
export async function mergesOf(db: Db, persons: readonly string[]): Promise<readonly MergeLine[]> {
  const rows = await db.rows<MergeRow>('merges-of-persons', [persons, db.environment]);
  return rows.map(({ merged_at, merged_by, undone_at, undone_by, ...row }) => ({
    ...row,
    mergedAt: merged_at,
    mergedBy: merged_by,
    undoneAt: undone_at ?? undefined,
    undoneBy: undone_by ?? undefined,
  }));
}

async function keyOf(tx: Tx, person: string): Promise<SealingKey> {
  const key = (await personKeysOf(tx, [person])).get(person);
  if (key === undefined) throw new Error('people who are merged are known');
  return key;
}
