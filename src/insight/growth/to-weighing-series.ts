import { findCounted } from '../../map/int-of.ts';
import type { LocalDate } from '../../map/visit.ts';
import type { History, HistoryVisit } from '../history.ts';
import type { WeighingRules } from './growth-thresholds-schema.ts';
import type { WeightStatus, WeightStatusCode } from './to-weight-status.ts';
import { findPreviousWeighing, toWeightStatus } from './to-weight-status.ts';

/** One weighing of a child, judged against everything known of it by now. Grams. */
export interface JudgedWeighing {
  /** Id of the visit. */
  readonly visit: string;
  readonly date: LocalDate;
  readonly weightG: number;
  /** Source cell of the weight, and which weight of the visit it is. */
  readonly cell: string;
  readonly ordinal: number;
  /** N naik, T tidak naik, O not weighed the month before, B first ever; null where it cannot be told. */
  readonly status: WeightStatusCode | null;
  /** Gain since the weighing it was compared with, and the minimum gain (KBM) of that age and sex. */
  readonly gainG: number | null;
  readonly kbmG: number | null;
  /** Id of the visit it was compared with. */
  readonly previous: string | null;
  /** 2T: not gaining here, nor at the weighing it was compared with. */
  readonly twice: boolean;
}

interface VisitWeighing {
  readonly visit: string;
  readonly date: LocalDate;
  readonly weightG: number;
  readonly cell: string;
  readonly ordinal: number;
}

/**
 * Judges every weighing of a child in the light of all others, the earliest first: whatever arrives late or is corrected changes the ones after it.
 * Empty where birth date or sex is not known. A weight out of a free text that waits for confirmation is no weighing.
 */
export function toWeighingSeries({ person, visits, complete }: History, rules: WeighingRules): readonly JudgedWeighing[] {
  const { birthDate, sex } = person;
  if (birthDate === undefined || sex === undefined) return [];
  const weighings = visits.flatMap(toWeighing).sort((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)));
  const byVisit = new Map<string, JudgedWeighing>();
  for (const [at, weighing] of weighings.entries()) {
    const earlier = weighings.slice(0, at);
    const result = toWeightStatus({ sex, birthDate, weighing, earlier, historyComplete: complete }, rules);
    // Only what was compared has a gain: after a gap there is nothing before.
    const compared = result['kenaikan-bb'] === null ? null : findPreviousWeighing(weighing, earlier);
    byVisit.set(weighing.visit, toJudged(weighing, result, compared === null ? undefined : byVisit.get(compared.visit)));
  }
  return [...byVisit.values()];
}

function toJudged(weighing: VisitWeighing, result: WeightStatus, compared: JudgedWeighing | undefined): JudgedWeighing {
  const status = result['status-bb'];
  return {
    ...weighing,
    status,
    gainG: result['kenaikan-bb'],
    kbmG: result.kbm,
    previous: compared?.visit ?? null,
    twice: status === 'T' && compared?.status === 'T',
  };
}

function toWeighing({ id, date, elements }: HistoryVisit): readonly VisitWeighing[] {
  const element = findCounted(elements, 'berat-badan');
  if (element?.value.kind !== 'quantity') return [];
  return [{ visit: id, date, weightG: element.value.int, cell: element.cell, ordinal: element.ordinal }];
}
