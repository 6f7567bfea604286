import { toGiven } from '../../map/given.ts';
import type { History, HistoryEnrolment, HistoryVisit } from '../history.ts';

/** Everything that was said about a person, visits and entries of the register, the earliest first; of one day kader before nakes, then by id. */
export function listRecords({ person, visits, enrolments }: Pick<History, 'person' | 'visits' | 'enrolments'>): readonly HistoryVisit[] {
  return [...visits, ...enrolments.map((enrolment) => toRecord(enrolment, person.id))].sort(compareRecords);
}

/** Names an entry of the register where a visit would be named by its id. */
export function enrolmentId({ category, place, from }: Pick<HistoryEnrolment, 'category' | 'place' | 'from'>): string {
  return `pendaftaran/${category}/${place}/${from}`;
}

/** True for what only a register said: nobody was seen. */
export function isEnrolment({ service }: Pick<HistoryVisit, 'service'>): boolean {
  return service === 'pendaftaran';
}

function toRecord(enrolment: HistoryEnrolment, person: string): HistoryVisit {
  const { category, place, from, elements, reported, condition, lifeStage = category } = enrolment;
  const base = { id: enrolmentId(enrolment), person, date: from, dateEstimated: true, place, service: 'pendaftaran', elements, reported };
  return { ...base, recorder: 'sistem', verified: false, lifeStage, ...toGiven({ condition }) };
}

/** The earliest first; of one day kader before nakes, then by id. */
export function compareRecords(one: Ordered, other: Ordered): number {
  return compare(one.date, other.date) || compare(order(one), order(other)) || compare(one.id, other.id);
}

type Ordered = Pick<HistoryVisit, 'id' | 'date' | 'recorder'>;

function order({ recorder }: Ordered): number {
  return recorder === 'nakes' ? 1 : 0;
}

function compare<T extends string | number>(one: T, other: T): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
