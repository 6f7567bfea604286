import { addDays, addMonths, toMonthsBetween } from '../../map/days.ts';
import type { History, HistoryVisit } from '../history.ts';
import type { Judged } from './judged.ts';
import { countedOf } from './judged.ts';
import type { StatusTables } from './status-tables.ts';
import { listEarlyCodes, listKnownDoses } from './to-dose-statuses.ts';

type Doses = StatusTables['doses'];

/**
 * Which doses are valid by a visit at which something was given, which were given too early, and which are late: due more than so many
 * days ago, still to be given, and not known. A dose known without its date is neither valid nor late (field rule 8).
 */
export function toScheduleStatuses(
  visit: HistoryVisit,
  { person, visits }: Pick<History, 'person' | 'visits'>,
  rules: Doses,
): readonly (readonly [string, Judged])[] {
  const { birthDate } = person;
  if (birthDate === undefined || countedOf(visit, 'imunisasi').length === 0) return [];
  const known = listKnownDoses(visit, visits);
  const given = new Set(known.map(({ code }) => code));
  const early = new Set(listEarlyCodes(known, rules.intervals));
  const undated = new Set(visits.flatMap((each) => (each.date <= visit.date ? listUndated(each) : [])));
  const order = rules.schedule.map(({ of }) => of);
  const valid = order.filter((code) => given.has(code) && !early.has(code));
  const late = rules.schedule.filter((due) => !valid.includes(due.of) && !undated.has(due.of) && isLate(due, birthDate, visit.date, rules));
  const missing = rules.idl.filter((code) => !valid.includes(code));
  const inputs = known.map(({ input }) => input);
  return [
    ['imunisasi-sah', { value: valid, inputs }],
    ['imunisasi-tidak-sah', { value: order.filter((code) => early.has(code)), inputs }],
    ['imunisasi-terlambat', { value: late.map(({ of }) => of), inputs }],
    ...(missing.length > 0 && missing.every((code) => undated.has(code))
      ? []
      : [['idl', { value: missing.length === 0, inputs }] as const]),
  ];
}

function listUndated(visit: HistoryVisit): readonly string[] {
  return countedOf(visit, 'riwayat-imunisasi').flatMap(({ value }) => (value.kind === 'coded' ? [value.code] : []));
}

function isLate({ months, belowMonths }: Doses['schedule'][number], birthDate: string, on: string, { lateDays }: Doses): boolean {
  const isStillGiven = belowMonths === undefined || toMonthsBetween(birthDate, on) < belowMonths;
  return isStillGiven && on > addDays(addMonths(birthDate, months), lateDays);
}
