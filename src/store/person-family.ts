import type { Person } from '../map/visit.ts';
import type { Db } from './db.ts';
import type { MatchReason } from './person-digests.ts';
import { getPersons, type KnownPerson } from './persons.ts';

/**
 * The children of a mother, as far as their rows name her NIK. Only a NIK makes this link: "By. Ny. Siti" and a delivery on that day are at most
 * a hint for an officer. Sealed identities are opened; the tables hold keyed hashes only.
 */
export async function childrenOf(db: Db, mother: string): Promise<readonly KnownPerson[]> {
  const nik = (await getPersons(db, [mother])).get(mother)?.person.nik;
  return nik === undefined ? [] : findByIndex(db, 'nik-ibu', nik);
}

/** The mother of a child, by the NIK that the child's rows name; undefined where they name none, or nobody has that NIK, or two do. */
export async function motherOf(db: Db, child: string): Promise<KnownPerson | undefined> {
  const nikIbu = (await getPersons(db, [child])).get(child)?.person.nikIbu;
  const found = nikIbu === undefined ? [] : await findByIndex(db, 'nik', nikIbu);
  return found.length === 1 ? found[0] : undefined;
}

/** Other children of the same mother and day, by the NIK that their rows name: twins. */
export async function twinsOf(
  db: Db,
  { id, nikIbu, birthDate }: Pick<Person, 'id' | 'nikIbu' | 'birthDate'>,
): Promise<readonly KnownPerson[]> {
  if (nikIbu === undefined || birthDate === undefined) return [];
  return (await findByIndex(db, 'nik-ibu', nikIbu)).filter(({ person }) => person.id !== id && person.birthDate === birthDate);
}

/** Whoever was merged answers as the person they were merged into, once. */
async function findByIndex(db: Db, kind: MatchReason, nik: string): Promise<readonly KnownPerson[]> {
  const rows = await db.rows<{ id: string }>('persons-by-index', [kind, db.digest(kind, nik)]);
  const known = await getPersons(
    db,
    rows.map(({ id }) => id),
  );
  return [...new Map([...known.values()].map((one) => [one.person.id, one] as const)).values()];
}
