import type { HistoryVisit } from '../history.ts';
import type { Judged, StatusInput } from '../status/judged.ts';
import { answerOf, countedOf, toInput } from '../status/judged.ts';
import type { AntenatalTables, Service } from './antenatal-tables.ts';
import type { PregnancySoFar } from './to-pregnancy-so-far.ts';

type Entry = readonly [string, Judged];

/**
 * What was done for a pregnant woman by a visit: the services of 10T done and missed so far, tablets, and which of the three tests were made.
 * None of it tells the result of a test.
 */
export function toServiceStatuses(pregnancy: PregnancySoFar, weeks: number | undefined, tables: AntenatalTables): readonly Entry[] {
  const tablets = toTablets(pregnancy.visits, tables);
  const asked = tables.services.filter(({ gap }) => gap === undefined);
  const done = asked.filter((each) => isDone(each, pregnancy.contacts, tablets.enough));
  const missed = asked.filter(
    (each) => !done.includes(each) && (each.fromWeeks === undefined || weeks === undefined || weeks >= each.fromWeeks),
  );
  const untested = tables.triple.filter((key) => !isRecorded(key, pregnancy.visits));
  return [
    ['layanan-t-sudah', { value: done.map(({ is }) => is), inputs: [] }],
    ['layanan-t-belum', { value: missed.map(({ is }) => is), inputs: [] }],
    ['layanan-t-lengkap', { value: done.length === asked.length ? 'ya' : 'belum', inputs: [] }],
    ['ttd-total', { value: { value: tablets.total, unit: '{tablet}' }, inputs: tablets.inputs }],
    ['ttd-cukup', { value: tablets.enough ? 'ya' : 'belum', inputs: tablets.inputs }],
    ['eliminasi-tripel', { value: untested.length === 0 ? 'lengkap' : 'belum', inputs: [] }],
    ['eliminasi-tripel-belum', { value: untested, inputs: [] }],
  ];
}

function isDone({ all, any, tablets }: Service, visits: readonly HistoryVisit[], enough: boolean): boolean {
  if (tablets === true) return enough;
  return all === undefined ? (any ?? []).some((key) => isRecorded(key, visits)) : all.every((key) => isRecorded(key, visits));
}

/** Recorded at one of the visits; an answer of no is not done. */
function isRecorded(key: string, visits: readonly HistoryVisit[]): boolean {
  return visits.some((visit) => countedOf(visit, key).length > 0 && answerOf(visit, key) !== false);
}

function toTablets(visits: readonly HistoryVisit[], { tablets }: AntenatalTables) {
  const inputs: readonly StatusInput[] = visits.flatMap((visit) =>
    tablets.of.flatMap((key) => countedOf(visit, key).map((element) => toInput(visit, element))),
  );
  const total = inputs.reduce((sum, { element }) => sum + (element?.value.kind === 'quantity' ? element.value.int : 0), 0);
  return { total, enough: total >= tablets.least, inputs };
}
