import type { Site } from '../map/place.ts';
import type { Subject } from '../platforms/subject.ts';
import type { Db } from '../store/db.ts';
import type { Store } from '../store/open-store.ts';
import type { StuckDebt } from '../store/owed-queue.ts';
import { decideRedrive, type RedriveDecision } from './decide-redrive.ts';
import { toParents } from './owe-visits.ts';

/** What is to be done with one debt, and what it leans on. */
export interface PlannedRedrive {
  readonly debt: StuckDebt;
  readonly decision: RedriveDecision;
  readonly parents: readonly Subject[];
}

/** What a plan is made against: the register and the time as they are. */
export interface RedrivePlanning {
  readonly store: Store;
  readonly platform: string;
  readonly site: Site;
  readonly placeOfNakes: ReadonlyMap<string, string>;
  readonly now: Date;
}

/** Decides, for each debt, what redriving does to it; reads and changes nothing. */
export async function planRedrive(db: Db, debts: readonly StuckDebt[], planning: RedrivePlanning): Promise<readonly PlannedRedrive[]> {
  const { store, platform, site, placeOfNakes, now } = planning;
  const open = debts.filter(({ state, behind }) => state !== 'leased' && behind === undefined);
  const visits = await store.visits.getVisits(db, idsOf(open, 'visit'));
  const ofEpisodes = await store.courses.personsOfCourses(db, idsOf(open, 'episode'));
  const persons = await store.persons.getPersons(db, [
    ...new Set([...idsOf(open, 'patient'), ...ofEpisodes.values(), ...[...visits.values()].map(({ visit }) => visit.person)]),
  ]);
  const parentsOf = new Map(
    [...visits].map(([id, { visit, retracted }]) => {
      const known = persons.get(visit.person);
      // The end of a visit waits for nobody.
      if (known === undefined || retracted) return [id, []];
      const parents = toParents({ visit, person: known.person, personVersion: known.version }, platform, { store, site });
      return [id, parents.map(({ subject }) => subject)];
    }),
  );
  const settled = await findSettled(db, [...parentsOf.values()].flat(), { store, platform });
  return debts.map((debt) => {
    const visit = debt.subject.kind === 'visit' ? visits.get(debt.subject.id) : undefined;
    const parents = parentsOf.get(debt.subject.id) ?? [];
    const openParents = parents.filter((parent) => !settled.has(nameOf(parent)));
    const person = persons.get(visit?.visit.person ?? ofEpisodes.get(debt.subject.id) ?? debt.subject.id)?.person;
    return { debt, decision: decideRedrive(debt, { platform, site, placeOfNakes, now, visit, person, openParents }), parents };
  });
}

function idsOf(debts: readonly StuckDebt[], kind: Subject['kind']): readonly string[] {
  return debts.filter(({ subject }) => subject.kind === kind).map(({ subject }) => subject.id);
}

async function findSettled(
  db: Db,
  parents: readonly Subject[],
  { store, platform }: Pick<RedrivePlanning, 'store' | 'platform'>,
): Promise<ReadonlySet<string>> {
  const unique = [...new Map(parents.map((parent) => [nameOf(parent), parent])).values()];
  return unique.length === 0 ? new Set() : new Set((await store.owed.settledAmong(db, platform, unique)).map(nameOf));
}

function nameOf({ kind, id }: Subject): string {
  return `${kind}/${id}`;
}
