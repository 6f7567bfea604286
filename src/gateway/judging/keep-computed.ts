import { isDeepStrictEqual } from 'node:util';
import type { Bundle, Resource } from '@medplum/fhirtypes';
import { toComputingFacts } from '../../insight/computed/to-computing-facts.ts';
import { isComputedFrom, withComputed } from '../../insight/computed/with-computed.ts';
import type { History } from '../../insight/history.ts';
import { toBundle } from '../../map/bundle/to-bundle.ts';
import { withoutExports } from '../../map/bundle/without-exports.ts';
import { fromLineage } from '../../map/visits/lineage.ts';
import type { Tx } from '../../store/db.ts';
import type { KnownVisit } from '../../store/visits.ts';
import { keepVisits } from '../keep-visits.ts';
import type { Judging } from './judging.ts';

/** A person by all that is known, with the visits as they are kept. */
export interface KnownHistory {
  readonly history: History;
  readonly known: readonly KnownVisit[];
}

// What the version of a visit says it was made with where no row speaks of it anew.
const computing = { name: 'hitungan', version: '1' } as const;

/**
 * Looks whether what was computed of visits still holds by all that is known of their people: a birth date that was corrected, a gestation told later,
 * an earlier weighing that came late. What does not is made anew, and owed like any other correction; ids stay.
 */
export async function keepComputed(tx: Tx, histories: readonly KnownHistory[], judging: Judging): Promise<void> {
  const outdated = histories.flatMap((one) => one.known.filter((known) => isOutdated(known, one.history, judging)));
  if (outdated.length === 0) return;
  const { store, site, at } = judging;
  const held = [...(await store.visits.holdVisits(tx, outdated.map(({ visit }) => visit.id).sort())).values()];
  const standing = held.filter(({ retracted }) => !retracted);
  const persons = await store.persons.getPersons(
    tx,
    standing.map(({ visit }) => visit.person),
  );
  const visits = standing.flatMap((known) => {
    const owner = persons.get(known.visit.person);
    if (owner === undefined) return [];
    const { visit, duty, parts, gone, since } = fromLineage(known);
    const kept = { visit, duty, parts, gone, since, outcome: 'same', noted: false, known } as const;
    return [{ ...kept, person: owner.person, personVersion: owner.version }];
  });
  await keepVisits(tx, visits, { source: computing, site, at, again: true }, judging);
}

/** Compared is what was computed and nothing else: what tables change otherwise is for those who have a file read again. */
function isOutdated({ visit, bundle }: KnownVisit, history: History, { tables, site, store }: Judging): boolean {
  const place = site.places.get(visit.place);
  if (place === undefined || !(isComputedFrom(visit, tables.programme) || visit.elements.some(({ key }) => key === 'imunisasi')))
    return false;
  const facts = toComputingFacts(visit, history, tables.thresholds);
  const own = withComputed(withoutExports(visit), facts, tables);
  const computed = own.elements.filter(({ from, key }) => from !== undefined || key === 'imunisasi');
  const made = toBundle({
    ...{ visit: { ...own, elements: computed }, person: history.person, place },
    ...{ elements: tables.programme.elements, environment: store.environment, hours: nowhen },
    idOf: (element, ordinal) => store.idOf(visit.id, element, ordinal),
  });
  return !isDeepStrictEqual(listComputed(made), listComputed(bundle as Bundle));
}

// Only what was computed is looked at, whenever it happened.
const nowhen = { start: '', end: '', estimated: true } as const;

/** What was computed, by the id of its resource. */
function listComputed({ entry = [] }: Pick<Bundle, 'entry'>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(entry.flatMap(({ resource }) => (resource === undefined ? [] : toComputed(resource))));
}

function toComputed(resource: Resource): readonly (readonly [string, unknown])[] {
  const { id = '' } = resource;
  if (resource.resourceType === 'Immunization') return [[id, JSON.stringify(resource.reasonCode)]];
  if (resource.resourceType !== 'Observation' || resource.derivedFrom === undefined) return [];
  const { code, valueQuantity, valueBoolean, valueCodeableConcept, interpretation, derivedFrom } = resource;
  return [[id, JSON.stringify([code, valueQuantity, valueBoolean, valueCodeableConcept, interpretation, derivedFrom])]];
}
