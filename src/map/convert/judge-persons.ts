import { toComputingFacts } from '../../insight/computed/to-computing-facts.ts';
import type { ComputingFacts } from '../../insight/computed/with-computed.ts';
import type { History, HistoryVisit } from '../../insight/history.ts';
import { computeVisit } from '../../insight/status/compute-visit.ts';
import { enrolmentId } from '../../insight/status/list-records.ts';
import type { Finding } from '../../insight/warnings/finding.ts';
import { toFindings } from '../../insight/warnings/to-findings.ts';
import type { WarningTables } from '../../insight/warnings/warning-tables.ts';
import { toHistory } from '../episodes/to-history.ts';
import type { LocalDate, Person, Visit } from '../visit.ts';
import type { Computed } from '../visits/compute-growth.ts';
import type { ConvertedEnrolment } from './to-enrolments.ts';

/** What is judged of the people of a file: nothing is known of them but this file. */
export interface JudgedFile {
  /** The visit at the stage of life that follows from all the file says. */
  readonly staged: (visit: Visit) => HistoryVisit;
  readonly computed: (visit: Visit) => Computed;
  /** What the facts that are computed of a visit rest on besides itself. */
  readonly factsOf: (visit: Visit) => ComputingFacts;
  readonly findingsOf: (id: string) => readonly Finding[];
}

/** Judges everybody a file speaks of, from whole histories; the findings of an enrolment go by its name in a history. */
export function judgePersons(
  persons: readonly Person[],
  { visits, enrolments }: { readonly visits: readonly Visit[]; readonly enrolments: readonly ConvertedEnrolment[] },
  { tables, asOf }: { readonly tables: WarningTables; readonly asOf: LocalDate },
): JudgedFile {
  let episodes = 0;
  const newId = (): string => `episode-${String((episodes += 1))}`;
  const [visitsOf, enrolmentsOf] = [groupBy(visits, ({ person }) => person), groupBy(enrolments, ({ person }) => person.id)];
  const histories = new Map(
    persons.map((person): readonly [string, History] => {
      const facts = { person, visits: visitsOf.get(person.id) ?? [], enrolments: enrolmentsOf.get(person.id) ?? [], episodes: [] };
      return [person.id, toHistory(facts, { programme: tables.programme, asOf, newId })];
    }),
  );
  const findings = groupBy(
    [...histories].flatMap(([person, history]) => toFindings(history, tables, asOf).map((finding) => ({ person, finding }))),
    ({ person, finding }) => toName(person, finding.visit),
  );
  const historyOf = ({ person }: Visit): History => {
    const history = histories.get(person);
    if (history === undefined) throw new Error('a visit is about somebody');
    return history;
  };
  const staged = (visit: Visit): HistoryVisit => historyOf(visit).visits.find(({ id }) => id === visit.id) ?? visit;
  return {
    staged,
    computed: (visit) => computeVisit(staged(visit), historyOf(visit), tables),
    factsOf: (visit) => toComputingFacts(visit, historyOf(visit), tables.thresholds),
    findingsOf: (name) => (findings.get(name) ?? []).map(({ finding }) => finding),
  };
}

/** By what the findings of a visit are asked for. */
export function nameOfVisit({ person, id }: Pick<Visit, 'person' | 'id'>): string {
  return toName(person, id);
}

/** By what the findings of an entry of the register are asked for. */
export function nameOfEnrolment(enrolment: ConvertedEnrolment): string {
  return toName(enrolment.person.id, enrolmentId(enrolment));
}

function toName(person: string, record: string): string {
  return `${person}|${record}`;
}

function groupBy<T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const known = groups.get(keyOf(one));
    if (known === undefined) groups.set(keyOf(one), [one]);
    else known.push(one);
  }
  return groups;
}
