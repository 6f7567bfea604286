import { toComputingFacts, type KnownRecord } from '../insight/computed/to-computing-facts.ts';
import { isComputedFrom, type ComputingFacts } from '../insight/computed/with-computed.ts';
import type { Element, Person, Visit } from '../map/visit.ts';
import type { Tx } from '../store/db.ts';
import type { GatewayParts } from './parts.ts';

/** A visit that is to be kept, and whom it is about. */
export interface VisitOf {
  readonly visit: Visit;
  readonly person: Person;
}

/**
 * What the computed facts of visits rest on besides themselves: other visits of the same people, as they are kept and as they are to be kept now, and
 * what the register says of them. One question for all, and none where nothing is computed.
 */
export async function loadComputingFacts(
  tx: Tx,
  visits: readonly VisitOf[],
  { store, tables }: Pick<GatewayParts, 'store' | 'tables'>,
): Promise<(visit: VisitOf) => ComputingFacts> {
  const { programme, thresholds } = tables;
  const measured = visits.filter(({ visit, person }) => person.birthDate !== undefined && isComputedFrom(visit, programme));
  const persons = [...new Set(measured.map(({ person }) => person.id))];
  const kept = await store.visits.factsOfPersons(tx, persons, ['berat-badan', thresholds['corrected-age'].element]);
  const enrolments = await store.personEnrolments.enrolmentsOfPersons(tx, persons);
  const known = groupBy(
    [...kept.map((one) => [one.person, toRecord(one)] as const), ...visits.map(({ visit, person }) => [person.id, visit] as const)],
    ([person]) => person,
  );
  const entries = groupBy(
    enrolments.map(({ told, ...entry }) => ({ ...entry, from: told })),
    ({ person }) => person,
  );
  return ({ visit, person }) => {
    // What is to be kept now stands for what was kept of the same visit.
    const records = new Map((known.get(person.id) ?? []).map(([, record]) => [record.id, record] as const));
    return toComputingFacts(visit, { person, visits: [...records.values()], enrolments: entries.get(person.id) ?? [] }, thresholds);
  };
}

type Facts = Awaited<ReturnType<GatewayParts['store']['visits']['factsOfPersons']>>[number];

function toRecord({ id, date, recorder, facts }: Facts): KnownRecord {
  const elements = facts.flatMap(([key, ordinal, value]): readonly Element[] =>
    typeof value === 'number' ? [{ key, ordinal, value: { kind: 'quantity', int: value, written: '' }, cell: '' }] : [],
  );
  return { id, date, recorder, elements };
}

function groupBy<T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group === undefined) groups.set(keyOf(one), [one]);
    else group.push(one);
  }
  return groups;
}
