import { toDaysBetween, toMonthsBetween } from '../../map/days.ts';
import type { LocalDate } from '../../map/visit.ts';
import type { History, HistoryVisit } from '../history.ts';
import type { Judged, StatusInput } from './judged.ts';
import { countedOf, toInput } from './judged.ts';
import type { StatusTables } from './status-tables.ts';

/** One dated dose. */
export interface Dose {
  readonly code: string;
  readonly date: LocalDate;
  readonly input: StatusInput;
}

type Interval = StatusTables['doses']['intervals'][number];

/**
 * Holds the dated doses known by a visit at which something was given against the minimum intervals: `selang-hari` is the shortest time
 * since the dose before of those given there; `imunisasi-jarak` is `terlalu-dini` while a dose given too early was not given again in time.
 */
export function toDoseStatuses(
  visit: HistoryVisit,
  { visits }: Pick<History, 'visits'>,
  { intervals }: StatusTables['doses'],
): readonly (readonly [string, Judged])[] {
  const here = listDoses(visit);
  if (here.length === 0) return [];
  const known = listKnownDoses(visit, visits);
  const gaps = here.flatMap((dose) => findGap(dose, known, intervals) ?? []).sort((one, other) => one.days - other.days);
  const early = intervals.flatMap((interval) => findEarly(interval, known)?.inputs ?? []);
  const [shortest] = gaps;
  const given = here.map(({ input }) => input);
  const distance = early.length > 0 ? { value: 'terlalu-dini', inputs: [...early, ...given] } : { value: 'cukup', inputs: given };
  return [
    ...(shortest === undefined ? [] : [['selang-hari', { value: shortest.days, inputs: shortest.inputs }] as const]),
    ['imunisasi-jarak', distance],
  ];
}

/** The dated doses known by a visit, its own and those before. */
export function listKnownDoses(visit: HistoryVisit, visits: readonly HistoryVisit[]): readonly Dose[] {
  return [...visits.filter(({ date, id }) => date <= visit.date && id !== visit.id), visit].flatMap(listDoses);
}

/** The codes of doses that were given too early and not again in time. */
export function listEarlyCodes(known: readonly Dose[], intervals: readonly Interval[]): readonly string[] {
  return intervals.flatMap((interval) => findEarly(interval, known)?.code ?? []);
}

function listDoses(visit: HistoryVisit): readonly Dose[] {
  return countedOf(visit, 'imunisasi').flatMap((element) => {
    const { value, fields } = element;
    if (value.kind !== 'coded') return [];
    const date = fields?.['date']?.kind === 'date' ? fields['date'].date : visit.date;
    return [{ code: value.code, date, input: toInput(visit, element) }];
  });
}

function findGap(dose: Dose, known: readonly Dose[], intervals: readonly Interval[]) {
  const interval = intervals.find(({ of }) => of === dose.code);
  const before = known
    .filter(({ code, date }) => code === interval?.after && date <= dose.date)
    .sort(byDate)
    .at(-1);
  return before === undefined ? undefined : { days: toDaysBetween(before.date, dose.date), inputs: [before.input, dose.input] };
}

/** The facts behind a dose that was given too early and not again in time; nothing where it was valid or its predecessor is not dated. */
function findEarly(
  interval: Interval,
  known: readonly Dose[],
): { readonly code: string; readonly inputs: readonly StatusInput[] } | undefined {
  const before = known.filter(({ code }) => code === interval.after).sort(byDate)[0];
  // A second dose dated before the first is a matter of the register, not of the interval.
  const given = known.filter(({ code, date }) => code === interval.of && before !== undefined && date >= before.date).sort(byDate);
  const [first] = given;
  if (before === undefined || first === undefined) return undefined;
  return given.some(({ date }) => isInTime(before.date, date, interval))
    ? undefined
    : { code: interval.of, inputs: [before.input, first.input] };
}

function isInTime(before: LocalDate, date: LocalDate, { days, months }: Interval): boolean {
  return toDaysBetween(before, date) >= (days ?? 0) && toMonthsBetween(before, date) >= (months ?? 0);
}

function byDate(one: Dose, other: Dose): number {
  if (one.date !== other.date) return one.date < other.date ? -1 : 1;
  return one.input.visit < other.input.visit ? -1 : 1;
}
