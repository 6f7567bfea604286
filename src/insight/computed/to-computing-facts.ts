import { intOf } from '../../map/int-of.ts';
import type { Element, LocalDate } from '../../map/visit.ts';
import type { GrowthThresholds } from '../growth/growth-thresholds-schema.ts';
import type { HistoryEnrolment, HistoryVisit } from '../history.ts';
import { compareRecords, enrolmentId } from '../status/list-records.ts';
import type { ComputingFacts } from './with-computed.ts';

/** One record of a person, as far as what is computed of another one may rest on it. */
export type KnownRecord = Pick<HistoryVisit, 'id' | 'date' | 'recorder' | 'elements'>;

/** Everything known of the person of a visit. */
export interface KnownOfPerson {
  readonly person: ComputingFacts['person'];
  readonly visits: readonly KnownRecord[];
  readonly enrolments: readonly Pick<HistoryEnrolment, 'category' | 'place' | 'from' | 'elements'>[];
}

/** What the computed facts of a visit rest on besides itself, by all that is known of its person. */
export function toComputingFacts(
  visit: KnownRecord,
  { person, visits, enrolments }: KnownOfPerson,
  thresholds: Pick<GrowthThresholds, 'corrected-age'>,
): ComputingFacts {
  const others = visits.filter(({ id }) => id !== visit.id);
  const entries = enrolments.map(
    (entry) => ({ id: enrolmentId(entry), date: entry.from, recorder: 'sistem', elements: entry.elements }) as const,
  );
  const records = [...others, visit, ...entries].sort(compareRecords);
  return {
    person,
    weighings: others.flatMap(toWeighing),
    gestationWeeks: records
      .map(({ elements }) => intOf(elements, thresholds['corrected-age'].element))
      .find((weeks) => weeks !== undefined),
  };
}

function toWeighing({ date, elements }: { readonly date: LocalDate; readonly elements: readonly Element[] }): ComputingFacts['weighings'] {
  const weightG = intOf(elements, 'berat-badan');
  return weightG === undefined ? [] : [{ date, weightG }];
}
