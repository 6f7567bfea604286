import { addDays } from '../../map/days.ts';
import type { LocalDate, Person } from '../../map/visit.ts';
import type { History, HistoryVisit } from '../history.ts';
import type { Judged } from '../status/judged.ts';
import { countedOf } from '../status/judged.ts';
import type { DoseSet, ImmunizationTables, ScheduleLine } from './immunization-tables.ts';
import { findInForce } from './immunization-tables.ts';
import { judgeDose } from './judge-dose.ts';
import type { KnownDoses } from './list-doses.ts';
import { listScheduleFor } from './list-schedule-for.ts';
import { addSpan } from './time-span.ts';
import { listCodes, listKnownBy } from './to-dose-statuses.ts';

type Entry = readonly [string, Judged];

/** Which doses count by a day, which were given and do not, and which are known without a date. */
export interface CountedDoses {
  readonly valid: ReadonlySet<string>;
  readonly invalid: ReadonlySet<string>;
  readonly undated: ReadonlySet<string>;
}

/**
 * Which doses are valid by a visit at which something was given, which were given too early, and which are late: due more than so many
 * days ago, still to be given, and not known. A dose known without its date is neither valid nor late (field rule 8).
 */
export function toScheduleStatuses(visit: HistoryVisit, history: History, tables: ImmunizationTables): readonly Entry[] {
  const { person } = history;
  const { birthDate } = person;
  if (birthDate === undefined || countedOf(visit, 'imunisasi').length === 0) return [];
  const known = listKnownBy(visit, history, tables);
  const counted = countDoses(known, birthDate, tables);
  const inputs = known.dated.map(({ input }) => input);
  const order = [...new Set([...tables.schedule.map(({ of }) => of), ...listCodes(known.dated)])];
  const late = listLate({ ...person, birthDate }, counted, visit.date, tables);
  return [
    ['imunisasi-sah', { value: order.filter((code) => counted.valid.has(code)), inputs }],
    ['imunisasi-tidak-sah', { value: order.filter((code) => counted.invalid.has(code)), inputs }],
    ['imunisasi-terlambat', { value: late.map(({ of }) => of), inputs }],
    ...tables.sets.flatMap((set) => {
      const value = isComplete(set, { birthDate, on: visit.date }, counted);
      return value === undefined ? [] : [[set.key, { value, inputs }] as const];
    }),
  ];
}

/** Sorts what is known of doses into what counts and what does not. */
export function countDoses({ dated, undated }: KnownDoses, birthDate: LocalDate | undefined, tables: ImmunizationTables): CountedDoses {
  const codes = listCodes(dated);
  const facts = { dated, birthDate, tables };
  const valid = new Set(codes.filter((code) => judgeDose(code, facts)?.valid !== undefined));
  return { valid, invalid: new Set(codes.filter((code) => !valid.has(code))), undated: new Set(undated.map(({ code }) => code)) };
}

/** The lines of the schedule that are late on a day, as their ages have them. */
function listLate(
  person: Person & { readonly birthDate: LocalDate },
  { valid, undated }: CountedDoses,
  on: LocalDate,
  tables: ImmunizationTables,
): readonly ScheduleLine[] {
  return listScheduleFor(person, on, tables).filter(({ of, due, by = due }) => {
    if (by === undefined || valid.has(of) || undated.has(of)) return false;
    const limit = findInForce(
      tables.limits.filter((each) => each.of === of),
      on,
    );
    const isStillGiven = limit === undefined || on < addSpan(person.birthDate, limit.below);
    return isStillGiven && on > addDays(addSpan(person.birthDate, by), tables.lateDays);
  });
}

/**
 * Whether a set of doses is complete, by the version that holds on the birthday at which it should be, or on the day where that is sooner.
 * Undefined where all that is missing is known without its date, and where no version holds.
 */
export function isComplete(
  { by, versions }: DoseSet,
  { birthDate, on }: { readonly birthDate: LocalDate; readonly on: LocalDate },
  { valid, undated }: CountedDoses,
): boolean | undefined {
  const end = addSpan(birthDate, by);
  const version = findInForce(versions, on < end ? on : end);
  if (version === undefined) return undefined;
  const missing = version.doses.filter((code) => !valid.has(code));
  return missing.length > 0 && missing.every((code) => undated.has(code)) ? undefined : missing.length === 0;
}
