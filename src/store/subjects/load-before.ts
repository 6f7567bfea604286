import type { Person } from '../../map/visit.ts';
import type { Store } from '../open-store.ts';
import type { KnownVisit } from '../visits.ts';
import { toDecidable, type toPersonKeys } from './load-patient.ts';

/** What a visit was before, and the version of which a person says that it was corrected by hand at a platform. */
export interface Before {
  readonly former: readonly KnownVisit[];
  readonly doneByHand: number | undefined;
  /** Whose a former version was: the same human under two ids is one. */
  readonly ownerOf: (person: string) => string;
  /** Numbers of which somebody said that they are not the person's. */
  readonly denied: ReadonlySet<string>;
}

/** Of what never left there is nothing to correct. */
export const neverSent: Before = { former: [], doneByHand: undefined, ownerOf: (person) => person, denied: new Set() };

interface Loaded {
  readonly id: string;
  readonly version: number;
  readonly platform: string;
  readonly person: Person;
  readonly keys: ReturnType<typeof toPersonKeys>;
}

/** What a visit was before, and what a person says of it; a first version was nothing before. */
export async function loadBefore(store: Store, { id, version, platform, person, keys }: Loaded): Promise<Before> {
  const asked = { platform, person: person.id, keys: toDecidable(keys) };
  const [former, doneByHand, { decided }] = await Promise.all([
    version === 1 ? [] : store.visits.formerVersions(store.db, id),
    store.owed.handCorrectionOf(store.db, platform, { kind: 'visit', id }),
    store.identityDecisions.standingOf(store.db, asked),
  ]);
  const ownerOf = await loadOwners(store, person, former);
  return { former, doneByHand, ownerOf, denied: new Set([...decided].flatMap(([of, is]) => (is === 'bukan' ? [of] : []))) };
}

/** Somebody with the same NIK is taken for the same human here: nothing was written to a stranger. */
async function loadOwners(store: Store, person: Person, former: readonly KnownVisit[]): Promise<Before['ownerOf']> {
  const others = [...new Set(former.map(({ visit }) => visit.person))].filter((id) => id !== person.id);
  if (others.length === 0) return neverSent.ownerOf;
  const known = await store.persons.getPersons(store.db, others);
  const owners = [...known].map(([id, { person: of }]) => {
    const isSame = person.nik !== undefined && of.nik === person.nik;
    return [id, isSame ? person.id : of.id] as const;
  });
  return (id) => new Map(owners).get(id) ?? id;
}
