import type { Sex } from './parse-growth-tables.ts';
import type { WeighingRules } from './growth-thresholds-schema.ts';

/** One weighing of a child: the local date of the place (YYYY-MM-DD) and grams. */
export interface Weighing {
  readonly date: string;
  readonly weightG: number;
}

/** A weighing to be judged, with what is known of the child. */
export interface WeighingInput {
  readonly sex: Sex;
  readonly birthDate: string;
  readonly weighing: Weighing;
  /** Other weighings of the same child, in any order; later ones are disregarded. */
  readonly earlier: readonly Weighing[];
  /** True when every weighing of the child is known, so that none before this one means the first ever. */
  readonly historyComplete?: boolean | undefined;
}

/** N naik, T tidak naik, O not weighed the month before, B first weighing ever. */
export type WeightStatusCode = 'N' | 'T' | 'O' | 'B';

/** The judgement of a weighing: status, gain since the previous month and the minimum gain, both in grams. */
export interface WeightStatus {
  readonly 'status-bb': WeightStatusCode | null;
  readonly 'kenaikan-bb': number | null;
  readonly kbm: number | null;
}

const unknown: WeightStatus = { 'status-bb': null, 'kenaikan-bb': null, kbm: null };

/**
 * Judges a monthly weighing as the KMS does: N at a gain of KBM or more since the previous month, T below it.
 * Compared is the last weighing of an earlier calendar month. Without one there is no status, unless the whole history is known (B).
 * Where no KBM is known for the age the gain is given and the status left open; past the last age of the card nobody is O or B any more.
 */
export function toWeightStatus(input: WeighingInput, rules: WeighingRules): WeightStatus {
  const { weighing } = input;
  if (!isWeighed(weighing) || toDay(input.birthDate) === null) return unknown;
  const months = toCompletedMonths(input.birthDate, weighing.date);
  const previous = findPreviousWeighing(weighing, input.earlier);
  if (previous === null || isTooOld(previous.date, weighing.date, rules)) return toUncompared(input, previous, months, rules);
  const gainG = weighing.weightG - previous.weightG;
  const kbm = findKbm(rules, input.sex, months);
  if (kbm === null) return { ...unknown, 'kenaikan-bb': gainG };
  return { 'status-bb': gainG >= kbm ? 'N' : 'T', 'kenaikan-bb': gainG, kbm };
}

function toUncompared({ historyComplete }: WeighingInput, previous: Weighing | null, months: number, rules: WeighingRules): WeightStatus {
  if (!rules.kbm.rows.some((row) => months <= row.months.to)) return unknown;
  if (previous !== null) return { ...unknown, 'status-bb': 'O' };
  return historyComplete === true ? { ...unknown, 'status-bb': 'B' } : unknown;
}

/** Counts the completed calendar months between two local dates (YYYY-MM-DD); NaN when one of them is no date. */
export function toCompletedMonths(from: string, to: string): number {
  return toMonthNumber(to) - toMonthNumber(from) - (Number(to.slice(8, 10)) < Number(from.slice(8, 10)) ? 1 : 0);
}

/** Finds the weighing to compare with: the last one of an earlier calendar month, however long ago. */
export function findPreviousWeighing<W extends Weighing>(weighing: Weighing, earlier: readonly W[]): W | null {
  const month = weighing.date.slice(0, 7);
  let previous: W | null = null;
  // From the end, since most lists are in order: what is older than the one found is passed over without a closer look.
  for (let at = earlier.length - 1; at >= 0; at -= 1) {
    const each = earlier[at];
    if (each === undefined || (previous !== null && each.date < previous.date)) continue;
    if (each.date.slice(0, 7) < month && isWeighed(each)) previous = each;
  }
  return previous;
}

function isTooOld(previous: string, date: string, rules: WeighingRules): boolean {
  if (rules.previous.rule === 'bulan-kalender') return toMonthNumber(date) - toMonthNumber(previous) > 1;
  return (toDay(date) ?? Number.NaN) - (toDay(previous) ?? Number.NaN) > rules.previous.days;
}

function findKbm(rules: WeighingRules, sex: Sex, months: number): number | null {
  return rules.kbm.rows.find((row) => months >= row.months.from && months <= row.months.to)?.[sex] ?? null;
}

function isWeighed(weighing: Weighing): boolean {
  return weighing.weightG > 0 && weighing.weightG < Infinity && toDay(weighing.date) !== null;
}

function toMonthNumber(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
}

/** Days since 1970, or null when the text is no calendar date. */
function toDay(date: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return null;
  const ms = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(ms) ? null : ms / 86_400_000;
}
