import { addDays } from '../../map/days.ts';
import type { LocalDate, Person } from '../../map/visit.ts';
import type { ImmunizationTables, InForce, ScheduleLine } from './immunization-tables.ts';
import { findInForce } from './immunization-tables.ts';
import { judgeDose } from './judge-dose.ts';
import type { KnownDoses } from './list-doses.ts';
import { listScheduleFor } from './list-schedule-for.ts';
import type { TimeSpan } from './time-span.ts';
import { addSpan } from './time-span.ts';
import type { CountedDoses } from './to-schedule-statuses.ts';

/** A dose of the schedule by age that is the next of its series and was not given yet. */
export interface OpenDose {
  readonly line: ScheduleLine;
  /** The day on which its age is reached, whatever was given before. */
  readonly byAge: LocalDate;
  /** The first day on which it can and should be given. */
  readonly due: LocalDate;
  /** The last day in good time. */
  readonly by: LocalDate;
  /** The last day on which it still can be given; absent where no limit is known. */
  readonly until?: LocalDate;
}

/** What open doses are reckoned from. */
export interface OpenFacts {
  readonly person: Pick<Person, 'sex' | 'address'> & { readonly birthDate: LocalDate };
  readonly known: KnownDoses;
  readonly counted: CountedDoses;
  readonly on: LocalDate;
  readonly tables: ImmunizationTables;
}

/**
 * The next dose of each series, as the schedule of a day has it: due at its age, not before its least age, nor before the least time after
 * the last valid dose. A dose known without its date is given, and nothing is reckoned from it. Of a series of which a later dose is known
 * the sooner ones are not asked for: they are unknown, not missed. What could only be given too late is left out.
 */
export function listOpenDoses(facts: OpenFacts): readonly OpenDose[] {
  const { person, on, tables } = facts;
  return listScheduleFor(person, on, tables).flatMap((line) => {
    if (line.due === undefined || isSettled(line.of, facts)) return [];
    const open = toOpenDose({ ...line, due: line.due }, facts);
    return open === undefined || (open.until !== undefined && open.due > open.until) ? [] : [open];
  });
}

function isSettled(code: string, { counted: { valid, invalid, undated }, on, tables }: OpenFacts): boolean {
  const given = (each: string): boolean => valid.has(each) || undated.has(each);
  if (given(code)) return true;
  return !invalid.has(code) && listLater(code, on, tables).some((each) => given(each) || invalid.has(each));
}

/** The doses that come after another in its series. */
function listLater(code: string, on: LocalDate, { intervals }: Pick<ImmunizationTables, 'intervals'>): readonly string[] {
  const next = intervals.filter(({ after, from, to }) => after === code && from <= on && on <= to).map(({ of }) => of);
  return next.flatMap((each) => [each, ...listLater(each, on, { intervals })]);
}

function toOpenDose(line: ScheduleLine & { readonly due: TimeSpan }, facts: OpenFacts): OpenDose | undefined {
  const { birthDate } = facts.person;
  const after = findAfter(line.of, facts);
  if (after === undefined) return undefined;
  const byAge = addSpan(birthDate, line.due);
  const earliest = findOn(facts.tables.earliest, line.of, facts.on);
  const limit = findOn(facts.tables.limits, line.of, facts.on);
  const due = latest([byAge, addSpan(birthDate, earliest?.age ?? {}), after]);
  const open = { line, byAge, due, by: latest([due, addSpan(birthDate, line.by ?? line.due)]) };
  return limit === undefined ? open : { ...open, until: addDays(addSpan(birthDate, limit.below), -1) };
}

/** The first day on which the dose before it allows this one; undefined while that one is to be given first. */
function findAfter(code: string, { person: { birthDate }, known: { dated }, counted, on, tables }: OpenFacts): LocalDate | undefined {
  const interval = findOn(tables.intervals, code, on);
  if (interval === undefined) return birthDate;
  const before = judgeDose(interval.after, { dated, birthDate, tables })?.valid;
  if (before !== undefined) return addSpan(before.date, interval.least);
  return counted.undated.has(interval.after) ? birthDate : undefined;
}

function findOn<T extends InForce & { readonly of: string }>(lines: readonly T[], code: string, on: LocalDate): T | undefined {
  return findInForce(
    lines.filter(({ of }) => of === code),
    on,
  );
}

function latest(days: readonly [LocalDate, ...LocalDate[]]): LocalDate {
  return days.reduce((one, other) => (one > other ? one : other));
}
