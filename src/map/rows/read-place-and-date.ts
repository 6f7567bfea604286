import type { Checked } from '../../fhir/checked.ts';
import { toPassed } from '../../fhir/checked.ts';
import type { Issue } from '../../fhir/issue.ts';
import { toIssue } from '../catalogue/issue-catalogue.ts';
import { readDate } from '../conversions/read-date.ts';
import type { CalendarMonth } from '../conversions/read-month.ts';
import { readMonth } from '../conversions/read-month.ts';
import { toNameBeforeArea, toNameBeforeTime } from '../places/short-place-name.ts';
import { toPosyanduDate } from '../places/to-visit-hours.ts';
import type { Place } from '../place.ts';
import type { ContextStep, Source } from '../source.ts';
import type { LocalDate } from '../visit.ts';
import type { FileFacts, RowContext } from './row-context.ts';
import type { RowFact, RowFacts } from './row-facts.ts';
import { dateOf, textOf } from './row-facts.ts';

/** Where and when, or the slug of what is missing for a visit. */
export type PlaceAndDate =
  | {
      readonly ok: true;
      readonly place: Place;
      readonly date: LocalDate;
      readonly dateEstimated: boolean;
      /** True where no day is told, and the row needs none: it registers its person. */
      readonly undated?: true;
      readonly issues: readonly Issue[];
    }
  | { readonly ok: false; readonly reason: string; readonly issues: readonly Issue[] };

/** Finds place and day of a row by the source's context verbs, in declared order. */
export function readPlaceAndDate(row: RowFacts, source: Source, context: RowContext, file: FileFacts): PlaceAndDate {
  const { facts, unread } = row;
  const month = findMonth(facts, source, context, file);
  // A date that was written but could not be read is not replaced by the day of the request or of the month.
  const isUnread = unread.includes('visit.date');
  const { day, ...undated } = isUnread ? {} : findDay(row, month, findDate(facts, source, context, file));
  const place = findPlace(facts, source, context, { file, on: day ?? toFirstDay(month) ?? context.asOf });
  if (!place.ok) return { ok: false, reason: 'tempat-tidak-dikenal', issues: place.issues };
  if (isUnread) return { ok: false, reason: 'tanpa-tanggal', issues: [] };
  if (day === undefined) return estimateDate(place.value, month, place.issues);
  const issues = [...place.issues, ...toMonthIssues(day, month)];
  return { ok: true, place: place.value, date: day, dateEstimated: false, ...undated, issues };
}

interface FoundDay {
  readonly day?: LocalDate;
  readonly undated?: true;
}

/** The day that is told; else, of a row that tells of no visit and names no month, the day that stands in. */
function findDay({ undatedOn }: RowFacts, month: CalendarMonth | undefined, told: LocalDate | undefined): FoundDay {
  if (told !== undefined) return { day: told };
  return month === undefined && undatedOn !== undefined ? { day: undatedOn, undated: true } : {};
}

/** A month without a day takes the posyandu day, marked (field rule 8). */
function estimateDate(place: Place, month: CalendarMonth | undefined, issues: readonly Issue[]): PlaceAndDate {
  const date = month === undefined ? undefined : toPosyanduDate(place, toMonthText(month));
  if (date === undefined) return { ok: false, reason: 'tanpa-tanggal', issues: [toIssue({ code: 'tanpa-tanggal', severity: 'error' })] };
  return { ok: true, place, date, dateEstimated: true, issues: [...issues, toIssue({ code: 'tanggal-perkiraan', severity: 'warning' })] };
}

function findDate(facts: readonly RowFact[], source: Source, context: RowContext, file: FileFacts): LocalDate | undefined {
  const { date } = file;
  const read = (text: string | undefined): LocalDate | undefined =>
    text === undefined ? undefined : readDate(text, source.dates, context).value;
  // The day of a request or a title is no day of each of its months.
  return findFirst(namesMonth(source) ? [{ from: 'column' }] : source.context.date, {
    column: () => dateOf(facts, 'visit.date'),
    request: () => context.request.date,
    title: () => read(date.title),
    label: () => read(date.label),
    'file-name': () => read(date['file-name']),
  });
}

function findMonth(facts: readonly RowFact[], source: Source, { request }: RowContext, { month }: FileFacts): CalendarMonth | undefined {
  const read = (text: string | undefined): CalendarMonth | undefined => readMonth(text ?? '') ?? undefined;
  return findFirst(namesMonth(source) ? [{ from: 'column' }] : source.context.month, {
    column: () => read(textOf(facts, 'visit.month')),
    request: () => request.month,
    title: () => read(month.title),
    label: () => read(month.label),
    'file-name': () => read(month['file-name']),
  });
}

/** True where each repetition of a row is called by its month. */
function namesMonth({ repeat }: Source): boolean {
  return repeat?.as?.targets.includes('visit.month') === true;
}

/** What the first step in declared order finds. */
export function findFirst<T>(
  steps: readonly ContextStep[],
  where: Readonly<Record<ContextStep['from'], () => T | undefined>>,
): T | undefined {
  for (const { from } of steps) {
    const found = where[from]();
    if (found !== undefined) return found;
  }
  return undefined;
}

function findPlace(
  facts: readonly RowFact[],
  source: Source,
  context: RowContext,
  at: { readonly file: FileFacts; readonly on: LocalDate },
) {
  const named = findFirst(source.context.place, {
    column: () => textOf(facts, 'visit.place'),
    request: () => context.request.place,
    title: () => at.file.place.title,
    label: () => at.file.place.label,
    'file-name': () => at.file.place['file-name'],
  });
  const found = resolveWritten(named ?? '', at.on, context);
  const { place: requested } = context.request;
  if (!found.ok || requested === undefined || named === requested) return found;
  const other = context.resolvePlace(requested, at.on);
  const same = other.ok && other.value.code === found.value.code;
  return same ? found : toPassed(found.value, [toIssue({ code: 'tempat-berbeda', severity: 'information' })]);
}

/**
 * A title often says more than the name: a year, a month, the kelurahan. What is left without it is tried only where the whole
 * is no place, and an area only where the place found lies in it: posyandu of one name are many.
 */
function resolveWritten(named: string, on: LocalDate, { resolvePlace }: RowContext): Checked<Place> {
  const whole = resolvePlace(named, on);
  if (whole.ok) return whole;
  const bare = toNameBeforeTime(named);
  const timeless = bare === named ? whole : resolvePlace(bare, on);
  const area = timeless.ok ? null : toNameBeforeArea(bare);
  if (area === null) return timeless.ok ? timeless : whole;
  const found = resolvePlace(area.name, on);
  return found.ok && area.isIn(found.value) ? found : whole;
}

function toMonthIssues(date: LocalDate, month: CalendarMonth | undefined): readonly Issue[] {
  if (month === undefined || date.startsWith(toMonthText(month))) return [];
  return [toIssue({ code: 'bulan-berbeda', severity: 'information' })];
}

function toFirstDay(month: CalendarMonth | undefined): LocalDate | undefined {
  return month === undefined ? undefined : `${toMonthText(month)}-01`;
}

function toMonthText({ year, month }: CalendarMonth): string {
  return `${String(year)}-${String(month).padStart(2, '0')}`;
}
