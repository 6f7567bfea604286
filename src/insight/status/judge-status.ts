import { judgePregnancy } from '../antenatal/judge-pregnancy.ts';
import { toChildbedStatuses, toNewbornStatuses } from '../antenatal/to-window-statuses.ts';
import type { History, HistoryVisit } from '../history.ts';
import { toDoseStatuses } from '../immunization/to-dose-statuses.ts';
import { toLateStatuses } from '../immunization/to-late-statuses.ts';
import { toScheduleStatuses } from '../immunization/to-schedule-statuses.ts';
import { toTetanusStatuses } from '../immunization/to-tetanus-statuses.ts';
import type { PersonOnDay } from './fits-person.ts';
import { fitsPerson, toPersonOnDay } from './fits-person.ts';
import type { InsightTables } from './insight-tables.ts';
import type { Judged, Judgement } from './judged.ts';
import { answerOf, countedOf, toInput } from './judged.ts';
import { isEnrolment, listRecords } from './list-records.ts';
import type { StatusDefinition, StatusTables } from './status-tables.ts';
import type { Reading } from './to-band-status.ts';
import { listReadings, toBandStatus } from './to-band-status.ts';
import { toTbcStatuses } from './to-tbc-status.ts';

type Entry = readonly [string, Judged];
type JudgedBy = Pick<InsightTables, 'statuses' | 'antenatal' | 'programme'>;

/** Computes every status of a visit that programme/thresholds.yaml names, each with the facts it was read from. What cannot be computed is not there. */
export function judgeStatus(visit: HistoryVisit, history: History, { statuses: tables, antenatal, programme }: JudgedBy): Judgement {
  const pregnancy = judgePregnancy(visit, history, antenatal);
  const trimester = pregnancy.find(([key]) => key === 'trimester')?.[1].value;
  const who = { ...toPersonOnDay(history.person, visit), trimester: typeof trimester === 'number' ? trimester : undefined };
  const imt = judgeImt(visit, who, tables);
  return new Map<string, Judged>([
    ...pregnancy,
    ...(imt === undefined ? [] : [['imt', { value: Math.round((imt.values[0] ?? 0) * 100) / 100, inputs: imt.inputs }] as const]),
    ...tables.statuses.flatMap((status) => toEntry(status.key, toBandStatus(status, listValues(status, visit, history, imt), who))),
    ...toTbcStatuses(visit, tables.tbc),
    ...judgeSigns(visit, who, tables),
    ...(isEnrolment(visit) ? [] : [...toChildbedStatuses(visit, history, antenatal), ...toNewbornStatuses(visit, history, antenatal)]),
    ...toDoseStatuses(visit, history, programme.immunization),
    ...toScheduleStatuses(visit, history, programme.immunization),
    ...toLateStatuses(visit, history, programme.immunization),
    ...toTetanusStatuses(visit, history, programme.immunization),
  ]);
}

/** kg/m2 unrounded, of weight and height of the same visit. The quotient of whole numbers is exact at every limit in use. */
function judgeImt(visit: HistoryVisit, who: PersonOnDay, { imt }: StatusTables): Reading | undefined {
  if (!imt.for.some((line) => fitsPerson(line, who))) return undefined;
  const [reading] = listReadings(visit, ['berat-badan', 'tinggi-badan']);
  const [gram, millimetre] = reading?.values ?? [];
  if (reading === undefined || gram === undefined || millimetre === undefined || millimetre <= 0) return undefined;
  return { values: [(gram * 1000) / (millimetre * millimetre)], inputs: reading.inputs };
}

function listValues(status: StatusDefinition, visit: HistoryVisit, history: History, imt: Reading | undefined): readonly Reading[] {
  if (status.of[0] === 'imt') return imt === undefined ? [] : [imt];
  if (status.of[0] === 'berat-badan-lahir') return listBirthWeights(visit, history);
  return listReadings(visit, status.of);
}

/** The weight at birth belongs to the person: where a register told it, or the first record that holds it. */
function listBirthWeights(visit: HistoryVisit, history: History): readonly Reading[] {
  const told = listRecords(history).flatMap((record) => listReadings(record, ['berat-badan-lahir']));
  const weightG = history.person.birth?.weightG;
  if (weightG === undefined) return told.slice(0, 1);
  const same = told.find(({ values }) => values[0] === weightG);
  return [{ values: [weightG], inputs: same?.inputs ?? [{ visit: visit.id, date: visit.date, key: 'berat-badan-lahir' }] }];
}

/** A danger sign is there when one was answered yes; there is none when at least one was asked and none was. */
function judgeSigns(visit: HistoryVisit, who: PersonOnDay, { signs }: StatusTables): readonly Entry[] {
  return [...signs].flatMap(([key, list]) => {
    const asked = fitsPerson(list.for, who) ? list.of.filter((each) => answerOf(visit, each) !== undefined) : [];
    if (asked.length === 0) return [];
    const present = asked.filter((each) => answerOf(visit, each) === true);
    const inputs = (present.length > 0 ? present : asked).flatMap((each) =>
      countedOf(visit, each).map((element) => toInput(visit, element)),
    );
    return [[key, { value: present.length > 0 ? 'ada' : 'tidak-ada', inputs }] as const];
  });
}

function toEntry(key: string, judged: Judged | undefined): readonly Entry[] {
  return judged === undefined ? [] : [[key, judged]];
}
