import { addDays, addMonths, toCalendarDay, toLocalDate } from '../../map/days.ts';
import type { LocalDate } from '../../map/visit.ts';
import type { DueItem } from '../due/due-item.ts';
import { countedOf } from '../status/judged.ts';
import { listRecords } from '../status/list-records.ts';
import type { DueFacts } from './due-facts.ts';
import { toRule } from './due-facts.ts';
import type { ScheduleLine } from './immunization-tables.ts';
import { isFollowed } from './is-followed.ts';
import { listScheduleFor } from './list-schedule-for.ts';
import { addSpan } from './time-span.ts';

/** A school year in which a class was told. */
interface Told {
  readonly class: number;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/**
 * The doses at school: in the month of the class that was told, until the school year ends. Where no class was ever told, and only where a
 * source names an age, the first such month at that age stands for it.
 */
export function listSchoolDoses(facts: DueFacts): readonly DueItem[] {
  const { history, known, asOf, tables } = facts;
  const told = findClass(facts);
  const given = new Set([...known.dated, ...known.undated].map(({ code }) => code));
  return listScheduleFor(history.person, asOf, tables).flatMap((line) => {
    if (line.month === undefined || given.has(line.of)) return [];
    const span = told === undefined ? toAround(line, facts) : toClass(line, told);
    if (span === undefined || isTooSoon(line, span.from, facts)) return [];
    return [toItem(line, span, facts)];
  });
}

interface Span {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

function toItem(line: ScheduleLine, { from, to }: Span, { tables, kerahasiaan }: DueFacts): DueItem {
  const lateFrom = addDays(addMonths(from, 1), line.lateDays);
  return { kind: 'imunisasi', code: line.of, due: from, lateFrom, until: to, rule: toRule(tables), kerahasiaan };
}

function toClass(line: ScheduleLine, told: Told): Span | undefined {
  return line.class === told.class ? { from: toMonth(line, told.from), to: told.to } : undefined;
}

function toAround(line: ScheduleLine, facts: DueFacts): Span | undefined {
  if (line.around === undefined || !isFollowed(facts)) return undefined;
  const from = toMonth(line, addSpan(facts.birthDate, { years: line.around }));
  return { from, to: addDays(addSpan(facts.birthDate, { years: line.around + 1 }), -1) };
}

/** The first day of the month of a line, on or after another day. */
function toMonth({ month = 1 }: ScheduleLine, since: LocalDate): LocalDate {
  const { year } = toCalendarDay(since);
  const [here, next] = [toLocalDate({ year, month, day: 1 }), toLocalDate({ year: year + 1, month, day: 1 })];
  return here !== null && here >= since ? here : (next ?? since);
}

/** A second dose waits for the least time after the first. */
function isTooSoon({ of }: ScheduleLine, from: LocalDate, { known, tables }: DueFacts): boolean {
  const interval = tables.intervals.find((each) => each.of === of);
  const before = known.dated.findLast(({ code }) => code === interval?.after);
  return interval !== undefined && before !== undefined && addSpan(before.date, interval.least) > from;
}

function findClass({ history, asOf, tables }: DueFacts): Told | undefined {
  const records = listRecords(history).filter(({ date }) => date <= asOf);
  const told = records.flatMap((record) =>
    countedOf(record, 'kelas-sekolah').flatMap(({ value }) => (value.kind === 'quantity' ? [{ class: value.int, date: record.date }] : [])),
  );
  const last = told.at(-1);
  if (last === undefined) return undefined;
  const { year, month } = toCalendarDay(last.date);
  const from = toLocalDate({ year: month >= tables.schoolYearMonth ? year : year - 1, month: tables.schoolYearMonth, day: 1 }) ?? last.date;
  return { class: last.class, from, to: addDays(addMonths(from, 12), -1) };
}
