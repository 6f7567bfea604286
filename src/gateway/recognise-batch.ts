import { isDeepStrictEqual } from 'node:util';
import { toSighting, type MappedRow } from '../map/mapped-row.ts';
import type { KnownPerson } from '../map/persons/known-person.ts';
import { recognisePersons, type Recognition } from '../map/persons/recognise-persons.ts';
import type { Person } from '../map/visit.ts';
import type { Site } from '../map/place.ts';
import type { Store } from '../store/open-store.ts';
import type { Tx } from '../store/db.ts';
import type { PersonSightings } from '../store/persons.ts';

/** Who a batch is about, with what changed about people known before. */
export interface RecognisedBatch extends Recognition {
  /** Version of each person after this batch. */
  readonly versions: ReadonlyMap<string, number>;
  /** Version of each person who was known before. */
  readonly versionsBefore: ReadonlyMap<string, number>;
  /** People known before whose identity changed in a way that may release what waits. */
  readonly changed: readonly Person[];
  /** Whom somebody was merged into, for everybody who was merged into one of these. */
  readonly survivorOf: ReadonlyMap<string, string>;
}

export interface Recognising {
  readonly store: Store;
  readonly site: Site;
  readonly sender: string;
  readonly newId: () => string;
  readonly at: Date;
  /** Whom rows that are read again were about. */
  readonly before?: ReadonlyMap<MappedRow['row'], string>;
}

/** Finds or makes the person of every row and keeps what the rows add to them, within the transaction of the batch. */
export async function recogniseBatch(tx: Tx, rows: readonly MappedRow[], parts: Recognising): Promise<RecognisedBatch> {
  const { store, at } = parts;
  const sought = rows.flatMap((row) => toSought(row, parts));
  const found = await store.persons.findCandidates(tx, sought);
  const before = new Map(found.flat().map((candidate) => [candidate.person.id, candidate] as const));
  const known = await loadKnown(tx, [...before.keys()], parts);
  const numbers = toNumbers(sought, found);
  const candidates = [...before.values()].map(({ person }) => toCandidate(person, known.sightings.get(person.id), numbers, parts.site));
  const recognition = recognisePersons(rows, candidates, parts.newId, {
    byRow: new Map([...(parts.before ?? [])].map(([row, person]) => [row, known.survivorOf.get(person) ?? person] as const)),
    notSame: known.notSame,
  });
  const toKeep = recognition.persons.filter((person) => !isDeepStrictEqual(before.get(person.id)?.person, person));
  const kept = await keepPersons(tx, toKeep, { rows, byRow: recognition.byRow }, parts);
  await store.persons.saveNumbers(tx, findNewNumbers(rows, recognition, numbers, parts.sender));
  await store.personReviews.saveReviews(tx, recognition.reviews, at);
  const versions = new Map(recognition.persons.map(({ id }) => [id, kept.get(id) ?? before.get(id)?.version ?? 1] as const));
  const versionsBefore = new Map([...before].map(([id, { version }]) => [id, version] as const));
  const changed = toKeep.filter(({ id }) => before.has(id));
  return { ...recognition, versions, versionsBefore, changed, survivorOf: known.survivorOf };
}

type Sought = Parameters<Store['persons']['findCandidates']>[1][number];

function toSought(row: MappedRow, { site, sender }: Recognising): readonly Sought[] {
  const seen = toSighting(row);
  return row.person === undefined || seen === undefined ? [] : [{ person: row.person, ...toDesa(site, seen.place), sender }];
}

interface Known {
  readonly sightings: Awaited<ReturnType<Store['persons']['sightingsOf']>>;
  readonly survivorOf: ReadonlyMap<string, string>;
  readonly notSame: ReadonlySet<string>;
}

async function loadKnown(tx: Tx, ids: readonly string[], { store }: Recognising): Promise<Known> {
  const sightings = await store.persons.sightingsOf(tx, ids);
  const survivorOf = new Map([...sightings].flatMap(([id, { aliases }]) => aliases.map((alias) => [alias, id] as const)));
  return { sightings, survivorOf, notSame: await store.personReviews.decidedPairs(tx, ids) };
}

/** By which numbers this sender knows each of the people found. */
function toNumbers(
  sought: readonly Sought[],
  found: Awaited<ReturnType<Store['persons']['findCandidates']>>,
): ReadonlyMap<string, Set<string>> {
  const numbers = new Map<string, Set<string>>();
  found.forEach((candidates, at) => {
    const localId = sought[at]?.person.localId;
    for (const { person, reasons } of candidates)
      if (localId !== undefined && reasons.includes('nomor-pengirim'))
        numbers.set(person.id, (numbers.get(person.id) ?? new Set<string>()).add(localId));
  });
  return numbers;
}

/** The areas of a person are the places that saw them: same posyandu or same desa makes two rows neighbours. */
function toCandidate(
  person: Person,
  seen: PersonSightings | undefined,
  numbers: ReadonlyMap<string, ReadonlySet<string>>,
  site: Site,
): KnownPerson {
  const places = seen?.places ?? [];
  const desa = person.address?.['desa'];
  const kelurahan = places.flatMap((place) => site.places.get(place)?.kelurahan ?? []);
  const areas = [...places, ...kelurahan, ...(desa === undefined ? [] : [desa])];
  return { person, areas, numbers: [...(numbers.get(person.id) ?? [])] };
}

async function keepPersons(
  tx: Tx,
  toKeep: readonly Person[],
  { rows, byRow }: { readonly rows: readonly MappedRow[]; readonly byRow: Recognition['byRow'] },
  { store, site, at }: Recognising,
): Promise<ReadonlyMap<string, number>> {
  const placeOf = new Map(
    rows.flatMap((row) => {
      const seen = toSighting(row);
      return seen === undefined ? [] : [[byRow.get(row.row) ?? '', seen.place] as const];
    }),
  );
  // Without a sender: numbers are kept by themselves, each for the sender whose row gave it.
  return store.persons.savePersons(
    tx,
    toKeep.map((person) => ({ person, ...toDesa(site, placeOf.get(person.id) ?? '') })),
    at,
  );
}

/** Numbers of this sender under which somebody cannot be found yet. */
function findNewNumbers(
  rows: readonly MappedRow[],
  { byRow }: Recognition,
  numbers: ReadonlyMap<string, ReadonlySet<string>>,
  sender: string,
): Parameters<Store['persons']['saveNumbers']>[1] {
  const fresh = rows.flatMap(({ row, person }) => {
    const [id, localId] = [byRow.get(row), person?.localId];
    return id === undefined || localId === undefined || numbers.get(id)?.has(localId) === true
      ? []
      : [[`${id}|${localId}`, { person: id, sender, localId }] as const];
  });
  return [...new Map(fresh).values()];
}

function toDesa(site: Site, place: string): { readonly desa?: string } {
  const kelurahan = site.places.get(place)?.kelurahan;
  return kelurahan === undefined ? {} : { desa: kelurahan };
}
