import type { Person } from '../map/visit.ts';
import type { Db, Tx } from './db.ts';
import { createPersonKey, personKeysOf, unwrapPersonKey } from './person-keys.ts';
import { toDigests, toNumberDigest } from './person-digests.ts';
import type { MatchReason, PersonDigest, Sought } from './person-digests.ts';
import { sealJson, unsealJson } from './sealing/seal.ts';

/** A person as kept, with the version that rises at every change. */
export interface KnownPerson {
  readonly person: Person;
  readonly version: number;
}

/** Somebody who may be the person sought, with everything that speaks for it. */
export interface Candidate extends KnownPerson {
  readonly reasons: readonly MatchReason[];
}

/** A person to keep: new ones have a fresh random id. */
export interface PersonToKeep extends Sought {
  readonly person: Person;
}

interface PersonRow {
  readonly id: string;
  readonly version: number;
  readonly merged_into: string | null;
  readonly sealed_key: Buffer;
  readonly sealed_identity: Buffer;
}

/**
 * Finds, for each person sought, the people who share a blind index with them, in the same order; merged people answer as the one they were merged into.
 * Until the transaction ends nobody else can seek the same people, so that two processes never make one person twice.
 */
export async function findCandidates(tx: Tx, sought: readonly Sought[]): Promise<readonly (readonly Candidate[])[]> {
  const keys = sought.flatMap((one, index) => toDigests(tx, one).map((key) => ({ index, ...key })));
  if (keys.length === 0) return sought.map(() => []);
  await claimIdentities(tx, keys);
  const hits = await findHits(tx, keys);
  const people = await getPersons(tx, [...new Set(hits.map(({ person }) => person))]);
  const bySought = new Map<number, Hit[]>();
  for (const hit of hits) bySought.set(hit.sought, [...(bySought.get(hit.sought) ?? []), hit]);
  return sought.map((_, index) => toCandidates(bySought.get(index) ?? [], people));
}

/** People by the id asked for; unknown and erased ones are absent. For somebody who was merged the person they were merged into answers. */
export async function getPersons(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, KnownPerson>> {
  const own = await getOwnIdentities(db, ids);
  const merged = [...own].flatMap(([id, { mergedInto }]) => (mergedInto === undefined ? [] : [id]));
  if (merged.length === 0) return own;
  const ends = await survivorsOf(db, merged);
  const survivors = await getOwnIdentities(db, [...new Set(ends.values())]);
  return new Map(
    [...own].flatMap(([id, known]) => {
      const end = ends.get(id);
      const answer = end === undefined ? known : survivors.get(end);
      return answer === undefined ? [] : [[id, answer] as const];
    }),
  );
}

/** A person under the identity that was last kept for this very id, merged or not. */
export interface OwnIdentity extends KnownPerson {
  readonly mergedInto?: string;
}

/** People by id, each as it was last kept; unknown and erased ones are absent. */
export async function getOwnIdentities(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, OwnIdentity>> {
  if (ids.length === 0) return new Map();
  const rows = await db.rows<PersonRow>('get-persons', [ids, db.environment]);
  return new Map(
    rows.map((row) => [row.id, { ...toKnownPerson(db, row), ...(row.merged_into !== null && { mergedInto: row.merged_into }) }]),
  );
}

/** Whom people were merged into, over any number of steps; for those who were not, themselves. */
export async function survivorsOf(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db.rows<{ found: string; id: string }>('follow-merges', [ids]);
  return new Map(rows.map(({ found, id }) => [found, id]));
}

/** Where people were seen, and everybody who was merged into them. */
export async function sightingsOf(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, PersonSightings>> {
  if (ids.length === 0) return new Map();
  const rows = await db.rows<PersonSightings & { readonly person: string }>('places-of-persons', [ids, db.environment]);
  return new Map(rows.map(({ person, places, aliases }) => [person, { places, aliases }]));
}

/** Codes of the places that saw a person, and ids of those who were merged into it. */
export interface PersonSightings {
  readonly places: readonly string[];
  readonly aliases: readonly string[];
}

/** A number by which a sender knows somebody. */
export interface SenderNumber {
  readonly person: string;
  readonly sender: string;
  readonly localId: string;
}

/** Keeps numbers of senders for people who are kept already: under each of them the person is found again. */
export async function saveNumbers(tx: Tx, numbers: readonly SenderNumber[]): Promise<void> {
  if (numbers.length === 0) return;
  const entries = numbers.map(({ person, sender, localId }) => ({ person, digest: toNumberDigest(tx, sender, localId) }));
  entries.sort((a, b) => a.digest.compare(b.digest));
  const kinds = entries.map((): MatchReason => 'nomor-pengirim');
  await tx.count('save-person-index', [kinds, entries.map(({ digest }) => digest), entries.map(({ person }) => person)]);
}

/**
 * Keeps people, new and changed, with their blind indexes, and returns the version each has now.
 * A corrected NIK forgets the old one; the birth of an earlier desa and a sender's earlier number still find the person.
 */
export async function savePersons(tx: Tx, people: readonly PersonToKeep[], at: Date): Promise<ReadonlyMap<string, number>> {
  const sorted = [...people].sort((a, b) => (a.person.id < b.person.id ? -1 : 1));
  if (sorted.length === 0) return new Map();
  const known = await personKeysOf(
    tx,
    sorted.map(({ person }) => person.id),
  );
  const sealed = sorted.map(({ person }) => {
    const old = known.get(person.id);
    const fresh = old === undefined ? createPersonKey(tx, person.id) : undefined;
    const key = old ?? fresh?.key;
    if (key === undefined) throw new Error('a person has a key, old or new');
    return { id: person.id, wrapped: fresh?.wrapped ?? null, identity: sealJson(key, identityContext(person.id), person, tx.random) };
  });
  const rows = await tx.rows<{ id: string; version: number }>('save-persons', [
    sealed.map(({ id }) => id),
    sealed.map(({ wrapped }) => wrapped),
    sealed.map(({ identity }) => identity),
    tx.environment,
    at,
  ]);
  await saveIndexes(tx, sorted);
  return new Map(rows.map(({ id, version }) => [id, version]));
}

async function saveIndexes(tx: Tx, people: readonly PersonToKeep[]): Promise<void> {
  const entries = people
    .flatMap((one) => toDigests(tx, one).map((key) => ({ ...key, person: one.person.id })))
    .sort((a, b) => a.digest.compare(b.digest));
  const columns = [entries.map(({ kind }) => kind), entries.map(({ digest }) => digest), entries.map(({ person }) => person)];
  await tx.count('drop-stale-index', [people.map(({ person }) => person.id), ...columns]);
  await tx.count('save-person-index', columns);
}

async function claimIdentities(tx: Tx, keys: readonly { readonly digest: Buffer }[]): Promise<void> {
  const digests = [...new Map(keys.map(({ digest }) => [digest.toString('hex'), digest])).values()].sort((a, b) => a.compare(b));
  await tx.count('make-claims', [digests]);
  await tx.count('hold-claims', [digests]);
}

interface Hit {
  readonly sought: number;
  readonly kind: MatchReason;
  readonly person: string;
}

/** Who shares a blind index; whoever was merged is replaced by the person at the end of the pointers. */
async function findHits(tx: Tx, keys: readonly (PersonDigest & { readonly index: number })[]): Promise<readonly Hit[]> {
  const hits = await tx.rows<Hit & { readonly merged: boolean }>('find-candidates', [
    keys.map(({ index }) => index),
    keys.map(({ kind }) => kind),
    keys.map(({ digest }) => digest),
  ]);
  const merged = [...new Set(hits.filter((hit) => hit.merged).map(({ person }) => person))];
  if (merged.length === 0) return hits;
  const survivors = await survivorsOf(tx, merged);
  return hits.map((hit) => ({ ...hit, person: survivors.get(hit.person) ?? hit.person }));
}

function toCandidates(hits: readonly Hit[], people: ReadonlyMap<string, KnownPerson>): readonly Candidate[] {
  const reasons = new Map<string, MatchReason[]>();
  for (const { person, kind } of hits) reasons.set(person, [...(reasons.get(person) ?? []), kind]);
  return [...reasons].flatMap(([id, why]) => {
    const known = people.get(id);
    return known === undefined ? [] : [{ ...known, reasons: [...new Set(why)].sort() }];
  });
}

function toKnownPerson(db: Db, row: PersonRow): KnownPerson {
  const key = unwrapPersonKey(db, row.id, row.sealed_key);
  return { person: unsealJson(key, identityContext(row.id), row.sealed_identity) as Person, version: row.version };
}

function identityContext(person: string): string {
  return `person.identity|${person}`;
}
