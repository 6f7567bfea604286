import { isDeepStrictEqual } from 'node:util';
import { toGiven } from '../map/given.ts';
import { toSighting, type MappedRow } from '../map/mapped-row.ts';
import type { KnownPerson } from '../map/persons/known-person.ts';
import { recognisePersons, type Recognition } from '../map/persons/recognise-persons.ts';
import type { Person } from '../map/visit.ts';
import type { Site } from '../map/place.ts';
import type { Store } from '../store/open-store.ts';
import type { Tx } from '../store/db.ts';

/** Who a batch is about, with what changed about people known before. */
export interface RecognisedBatch extends Recognition {
  /** Version of each person after this batch. */
  readonly versions: ReadonlyMap<string, number>;
  /** Version of each person who was known before. */
  readonly versionsBefore: ReadonlyMap<string, number>;
  /** People known before whose identity changed in a way that may release what waits. */
  readonly changed: readonly Person[];
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
  const { store, site, sender, at } = parts;
  const sought = rows.flatMap((row) => {
    const seen = toSighting(row);
    return row.person === undefined || seen === undefined ? [] : [{ person: row.person, ...toDesa(site, seen.place), sender }];
  });
  const found = (await store.persons.findCandidates(tx, sought)).flat();
  const before = new Map(found.map((candidate) => [candidate.person.id, candidate] as const));
  const candidates = await withAreas(
    tx,
    [...before.values()].map(({ person }) => person),
    site,
  );
  const recognition = recognisePersons(rows, candidates, parts.newId, toGiven({ byRow: parts.before }));
  const placeOf = new Map(
    rows.flatMap((row) => {
      const seen = toSighting(row);
      return seen === undefined ? [] : [[recognition.byRow.get(row.row) ?? '', seen.place] as const];
    }),
  );
  const toKeep = recognition.persons.filter((person) => !isDeepStrictEqual(before.get(person.id)?.person, person));
  const kept = await store.persons.savePersons(
    tx,
    toKeep.map((person) => ({ person, ...toDesa(site, placeOf.get(person.id) ?? ''), sender })),
    at,
  );
  const versions = new Map(recognition.persons.map(({ id }) => [id, kept.get(id) ?? before.get(id)?.version ?? 1] as const));
  const versionsBefore = new Map([...before].map(([id, { version }]) => [id, version] as const));
  return { ...recognition, versions, versionsBefore, changed: toKeep.filter(({ id }) => before.has(id)) };
}

function toDesa(site: Site, place: string): { readonly desa?: string } {
  const kelurahan = site.places.get(place)?.kelurahan;
  return kelurahan === undefined ? {} : { desa: kelurahan };
}

/** The areas of a person are the places that saw them: same posyandu or same desa makes two rows neighbours. */
async function withAreas(tx: Tx, persons: readonly Person[], site: Site): Promise<readonly KnownPerson[]> {
  if (persons.length === 0) return [];
  const rows = await tx.rows<{ person: string; places: readonly string[] }>('places-of-persons', [
    persons.map(({ id }) => id),
    tx.environment,
  ]);
  const places = new Map(rows.map((row) => [row.person, row.places] as const));
  return persons.map((person) => {
    const seen = places.get(person.id) ?? [];
    const desa = person.address?.['desa'];
    const kelurahan = seen.flatMap((place) => site.places.get(place)?.kelurahan ?? []);
    return { person, areas: [...seen, ...kelurahan, ...(desa === undefined ? [] : [desa])] };
  });
}
