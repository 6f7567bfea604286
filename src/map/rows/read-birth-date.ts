import type { Issue } from '../../fhir/issue.ts';
import type { Bilingual } from '../catalogue/catalogue-entry.ts';
import { toIssue } from '../catalogue/issue-catalogue.ts';
import { impossible } from '../conversions/read-date.ts';
import { addDays, daysOfMonth, toCalendarDay, toLocalDate, toMonthsBetween } from '../days.ts';
import type { LocalDate } from '../visit.ts';
import type { RowFact, RowFacts } from './row-facts.ts';
import { dateOf, textOf } from './row-facts.ts';

/** When somebody was born: the day, or about when where only an age was told. */
export interface ReadBirthDate {
  readonly date: LocalDate | undefined;
  readonly estimate?: LocalDate;
  readonly issues: readonly Issue[];
}

/** The growth references end at 19 years (228 months): nobody older stands in a list of children. */
export const oldestChildMonths = 228;

/** Reads the birth date of a row and holds it against the day of the visit (D10); an age is no birth date (D11). */
export function readBirthDate(row: RowFacts, date: LocalDate, child: boolean): ReadBirthDate {
  const birthDate = dateOf(row.facts, 'person.birthDate');
  if (birthDate === undefined) return readWithoutDate(row, date);
  const fault = findBirthFault(birthDate, date, child);
  if (fault === null) return { date: birthDate, issues: [] };
  return { date: undefined, issues: [toIssue(impossible(fault), cellOf(row.facts, 'person.birthDate'))] };
}

function readWithoutDate({ facts, unread, issues }: RowFacts, date: LocalDate): ReadBirthDate {
  const estimate = estimateBirthDate(facts, date);
  if (estimate !== undefined) {
    const cell = cellOf(facts, 'person.age');
    const said = issues.some((issue) => issue.code === 'D11') ? [] : [toIssue({ code: 'D11', severity: 'warning' }, cell)];
    return { date: undefined, estimate, issues: [...said, toIssue({ code: 'tanggal-lahir-perkiraan', severity: 'information' }, cell)] };
  }
  const blank = !unread.includes('person.birthDate');
  return { date: undefined, issues: blank ? [toIssue({ code: 'tanpa-tanggal-lahir', severity: 'warning' })] : [] };
}

/** About when somebody was born who is that old on a day: years, months and days back in the calendar. */
function estimateBirthDate(facts: readonly RowFact[], date: LocalDate): LocalDate | undefined {
  const told = /^P(\d+)Y(\d+)M(\d+)D$/.exec(textOf(facts, 'person.age') ?? '');
  if (told === null) return undefined;
  const { year, month, day } = toCalendarDay(date);
  const since = (year - Number(told[1])) * 12 + month - 1 - Number(told[2]);
  const [birthYear, birthMonth] = [Math.floor(since / 12), (since % 12) + 1];
  const back = toLocalDate({ year: birthYear, month: birthMonth, day: Math.min(day, daysOfMonth(birthYear, birthMonth)) });
  return back === null ? undefined : addDays(back, -Number(told[3]));
}

function findBirthFault(birthDate: LocalDate, date: LocalDate, child: boolean): Bilingual | null {
  if (birthDate > date) return { id: 'tanggal lahir sesudah tanggal kunjungan', en: 'the birth date lies after the visit' };
  if (!child || toMonthsBetween(birthDate, date) < oldestChildMonths) return null;
  return { id: 'bukan tanggal lahir seorang anak', en: 'not the birth date of a child' };
}

function cellOf(facts: readonly RowFact[], is: string): string | undefined {
  return facts.find((fact) => fact.is === is)?.cell;
}
