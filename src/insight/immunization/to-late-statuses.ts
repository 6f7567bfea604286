import { addDays } from '../../map/days.ts';
import type { LocalDate } from '../../map/visit.ts';
import type { History, HistoryVisit } from '../history.ts';
import type { Judged } from '../status/judged.ts';
import type { ImmunizationTables } from './immunization-tables.ts';
import type { KnownDoses } from './list-doses.ts';
import { listDosesOf } from './list-doses.ts';
import type { OpenDose } from './list-open-doses.ts';
import { listOpenDoses } from './list-open-doses.ts';
import { addSpan } from './time-span.ts';
import { listKnownBy } from './to-dose-statuses.ts';
import { countDoses } from './to-schedule-statuses.ts';

type Entries = readonly (readonly [string, Judged])[];

/**
 * Whether a visit at which something was given leaves behind what is late (`imunisasi-lambat`), and whether a child never had the dose that
 * tells zero-dose children (`dosis-nol`). Vaccines that nobody mentions are unknown, not missed: a silence means something only of the
 * series that a dated dose has begun, and of what was due after the first dated dose of all.
 */
export function toLateStatuses(visit: HistoryVisit, history: History, tables: ImmunizationTables): Entries {
  const { person } = history;
  const { birthDate } = person;
  if (birthDate === undefined || listDosesOf(visit, tables.campaigns).dated.length === 0) return [];
  const known = listKnownBy(visit, history, tables);
  const counted = countDoses(known, birthDate, tables);
  const open = listOpenDoses({ person: { ...person, birthDate }, known, counted, on: visit.date, tables });
  const late = open.filter((dose) => isLate(dose, visit.date, tables) && isFollowed(dose, known, tables));
  const inputs = known.dated.map(({ input }) => input);
  return [
    ['imunisasi-lambat', { value: late.length > 0 ? 'ya' : 'tidak', inputs }],
    ...toZeroDose(visit, { birthDate, known, tables }).map((value) => ['dosis-nol', { value, inputs }] as const),
  ];
}

function isLate({ by, until }: OpenDose, on: LocalDate, { lateDays }: ImmunizationTables): boolean {
  return on > addDays(by, lateDays) && (until === undefined || on <= until);
}

/** The dose before it is known, or the child was known for its doses before this one was due. */
function isFollowed({ line, byAge }: OpenDose, { dated }: KnownDoses, { intervals }: ImmunizationTables): boolean {
  const before = intervals.filter(({ of }) => of === line.of).map(({ after }) => after);
  return dated.some(({ code, date }) => before.includes(code) || date < byAge);
}

interface ZeroDoseFacts {
  readonly birthDate: LocalDate;
  readonly known: KnownDoses;
  readonly tables: ImmunizationTables;
}

function toZeroDose(visit: HistoryVisit, { birthDate, known, tables }: ZeroDoseFacts): readonly ('ya' | 'tidak')[] {
  const { dose, from } = tables.zeroDose;
  const line = tables.schedule.find(({ of }) => of === dose);
  if (line?.due === undefined || visit.date < addSpan(birthDate, from)) return [];
  if ([...known.dated, ...known.undated].some(({ code }) => code === dose)) return ['tidak'];
  const due = addSpan(birthDate, line.due);
  return known.dated.some(({ date }) => date < due) ? ['ya'] : [];
}
