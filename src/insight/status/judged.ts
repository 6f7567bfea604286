import type { Element, LocalDate } from '../../map/visit.ts';
import type { Computed } from '../../map/visits/compute-growth.ts';
import type { HistoryVisit } from '../history.ts';

/** One fact that a status was read from: which visit, which element; without an element where it belongs to the person (birth, age). */
export interface StatusInput {
  /** Id of the visit or the enrolment. */
  readonly visit: string;
  readonly date: LocalDate;
  readonly key: string;
  readonly element?: Element;
}

/** What was computed, and from what. */
export interface Judged {
  readonly value: Computed[string];
  readonly inputs: readonly StatusInput[];
}

/** Every status of a visit that could be computed, by its key. */
export type Judgement = ReadonlyMap<string, Judged>;

/** The elements of a key that count: what waits for a confirmation does not (field rule 7). */
export function countedOf(visit: Pick<HistoryVisit, 'elements'>, key: string): readonly Element[] {
  return visit.elements.filter((element) => element.key === key && element.unconfirmed !== true);
}

/** Points at an element of a visit. */
export function toInput({ id, date }: Pick<HistoryVisit, 'id' | 'date'>, element: Element): StatusInput {
  return { visit: id, date, key: element.key, element };
}

/** The answer to a yes/no element, undefined where it was not asked or is still to be confirmed. */
export function answerOf(visit: Pick<HistoryVisit, 'elements'>, key: string): boolean | undefined {
  const answers = countedOf(visit, key).flatMap(({ value }) => (value.kind === 'boolean' ? [value.boolean] : []));
  return answers.length === 0 ? undefined : answers.includes(true);
}

/** The date that an element gives, where it counts. */
export function dateOf(visit: Pick<HistoryVisit, 'elements'>, key: string): LocalDate | undefined {
  const [first] = countedOf(visit, key).flatMap(({ value }) => (value.kind === 'date' ? [value.date] : []));
  return first;
}

/** The code that an element gives, where it counts. */
export function codeOf(visit: Pick<HistoryVisit, 'elements'>, key: string): string | undefined {
  const [first] = countedOf(visit, key).flatMap(({ value }) => (value.kind === 'coded' ? [value.code] : []));
  return first;
}
