import { toDaysBetween } from '../../map/days.ts';
import type { History, HistoryVisit } from '../history.ts';
import type { Judged } from '../status/judged.ts';
import { listRecords } from '../status/list-records.ts';
import type { ImmunizationTables } from './immunization-tables.ts';
import { findInForce } from './immunization-tables.ts';
import type { DoseFacts, DoseFault } from './judge-dose.ts';
import { judgeDose } from './judge-dose.ts';
import type { DatedDose, KnownDoses } from './list-doses.ts';
import { joinDoses, listDosesOf } from './list-doses.ts';

type Entries = readonly (readonly [string, Judged])[];

/**
 * Holds the dated doses known by a visit at which something was given against the least ages and intervals: `selang-hari` is the shortest
 * time since the dose before of those given there; `imunisasi-jarak` and `imunisasi-umur` are `terlalu-dini` while a dose given too early
 * was not given again in time.
 */
export function toDoseStatuses(visit: HistoryVisit, history: History, tables: ImmunizationTables): Entries {
  const here = listDosesOf(visit, tables.campaigns).dated;
  if (here.length === 0) return [];
  const facts = { ...listKnownBy(visit, history, tables), birthDate: history.person.birthDate, tables };
  const gaps = here.flatMap((dose) => findGap(dose, facts) ?? []).sort((one, other) => one.days - other.days);
  const [shortest] = gaps;
  return [
    ...(shortest === undefined ? [] : [['selang-hari', { value: shortest.days, inputs: shortest.inputs }] as const]),
    ['imunisasi-jarak', toEarly('jarak', here, facts)],
    ...(facts.birthDate === undefined ? [] : [['imunisasi-umur', toEarly('umur', here, facts)] as const]),
  ];
}

/** What is known of doses by a visit: of records before it and of that day, and of the visit itself. */
export function listKnownBy(visit: HistoryVisit, history: History, { campaigns }: ImmunizationTables): KnownDoses {
  const others = listRecords(history).filter(({ date, id }) => date <= visit.date && id !== visit.id);
  return joinDoses([...others, visit].map((record) => listDosesOf(record, campaigns)));
}

/** The codes of all doses that were given, in the order in which they were. */
export function listCodes(dated: readonly DatedDose[]): readonly string[] {
  return [...new Set(dated.map(({ code }) => code))];
}

function toEarly(fault: DoseFault, here: readonly DatedDose[], facts: DoseFacts): Judged {
  const early = listCodes(facts.dated).flatMap((code) => {
    const judged = judgeDose(code, facts);
    return judged?.fault === fault ? judged.inputs : [];
  });
  const given = here.map(({ input }) => input);
  return early.length > 0 ? { value: 'terlalu-dini', inputs: [...early, ...given] } : { value: 'cukup', inputs: given };
}

function findGap(dose: DatedDose, { dated, tables }: DoseFacts) {
  const interval = findInForce(
    tables.intervals.filter(({ of }) => of === dose.code),
    dose.date,
  );
  const before = dated.findLast(({ code, date }) => code === interval?.after && date <= dose.date);
  return before === undefined ? undefined : { days: toDaysBetween(before.date, dose.date), inputs: [before.input, dose.input] };
}
