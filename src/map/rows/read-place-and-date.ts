import type { Checked } from '../../fhir/checked.ts';
import { toPassed } from '../../fhir/checked.ts';
import type { Issue } from '../../fhir/issue.ts';
import { toIssue } from '../catalogue/issue-catalogue.ts';
import type { CalendarMonth } from '../conversions/read-month.ts';
import { readMonth } from '../conversions/read-month.ts';
import { toNameBeforeArea, toNameBeforeTime } from '../places/short-place-name.ts';
import { toPosyanduDate } from '../places/to-visit-hours.ts';
import type { Place } from '../place.ts';
import type { Source } from '../source.ts';
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
      readonly issues: readonly Issue[];
    }
  | { readonly ok: false; readonly reason: string; readonly issues: readonly Issue[] };

/** Finds place and day of a row by the source's context verbs, in declared order. */
export function readPlaceAndDate({ facts, unread }: RowFacts, source: Source, context: RowContext, file: FileFacts): PlaceAndDate {
  const month = findMonth(facts, source, context, file);
  // A date that was written but could not be read is not replaced by the day of the request or of the month.
  const isUnread = unread.includes('visit.date');
  const day = isUnread ? undefined : findDate(facts, source, context);
  const place = findPlace(facts, source, context, { file, on: day ?? toFirstDay(month) ?? context.asOf });
  if (!place.ok) return { ok: false, reason: 'tempat-tidak-dikenal', issues: place.issues };
  if (isUnread) return { ok: false, reason: 'tanpa-tanggal', issues: [] };
  if (day === undefined) return estimateDate(place.value, month, place.issues);
  return { ok: true, place: place.value, date: day, dateEstimated: false, issues: [...place.issues, ...toMonthIssues(day, month)] };
}

/** A month without a day takes the posyandu day, marked (field rule 8). */
function estimateDate(place: Place, month: CalendarMonth | undefined, issues: readonly Issue[]): PlaceAndDate {
  const date = month === undefined ? undefined : toPosyanduDate(place, toMonthText(month));
  if (date === undefined) return { ok: false, reason: 'tanpa-tanggal', issues: [toIssue({ code: 'tanpa-tanggal', severity: 'error' })] };
  return { ok: true, place, date, dateEstimated: true, issues: [...issues, toIssue({ code: 'tanggal-perkiraan', severity: 'warning' })] };
}

function findDate(facts: readonly RowFact[], source: Source, { request }: RowContext): LocalDate | undefined {
  for (const step of source.context.date) {
    const found = step.from === 'column' ? dateOf(facts, 'visit.date') : step.from === 'request' ? request.date : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

function findMonth(facts: readonly RowFact[], source: Source, { request }: RowContext, file: FileFacts): CalendarMonth | undefined {
  for (const { from } of source.context.month) {
    const inColumn = from === 'column' ? textOf(facts, 'visit.month') : undefined;
    const candidates = {
      title: file.titleMonth,
      'file-name': file.fileNameMonth,
      request: request.month,
      column: inColumn === undefined ? undefined : (readMonth(inColumn) ?? undefined),
    };
    const found = candidates[from];
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
  const written = {
    column: textOf(facts, 'visit.place'),
    title: at.file.titlePlace,
    'file-name': at.file.fileNamePlace,
    request: context.request.place,
  };
  const named = source.context.place.map(({ from }) => written[from]).find((name) => name !== undefined);
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
