import { addDays, toDaysBetween } from '../../map/days.ts';
import type { Episode } from '../../map/episodes/episode.ts';
import type { LocalDate } from '../../map/visit.ts';
import type { History, HistoryVisit } from '../history.ts';
import type { Judged, StatusInput } from '../status/judged.ts';
import { countedOf, dateOf, toInput } from '../status/judged.ts';
import { listRecords } from '../status/list-records.ts';
import type { AntenatalTables } from './antenatal-tables.ts';

/** The beginning of a pregnancy, and which facts tell it. */
export interface Gestation {
  readonly from: LocalDate;
  readonly inputs: readonly StatusInput[];
}

type Rules = AntenatalTables['pregnancy'];

/**
 * When the pregnancy of a visit began: the episode's word, reckoned from everything known; else the visit's own HPHT, due date or weeks;
 * else what the last record before it told. Undefined where nobody ever told: a register that says only "pregnant" tells no beginning.
 */
export function toGestation(visit: HistoryVisit, history: History, rules: Rules): Gestation | undefined {
  const records = listRecords(history);
  const episode = history.episodes.find(
    (each) =>
      each.kind === 'kehamilan' && tellsBeginning(each) && each.from <= visit.date && (each.to === undefined || visit.date <= each.to),
  );
  if (episode !== undefined) {
    const teller = records.map((record) => toBeginning(record, rules)).find((told) => told?.from === episode.from);
    return teller ?? { from: episode.from, inputs: [] };
  }
  const before = records.filter(({ date, id }) => date <= visit.date && id !== visit.id).reverse();
  return [visit, ...before]
    .map((record) => toBeginning(record, rules))
    .find((told) => told !== undefined && isPossible(told.from, visit.date, rules));
}

/** True where somebody told when a pregnancy began, or how far it was. */
export function tellsBeginning({ basis }: Pick<Episode, 'basis'>): boolean {
  return basis === 'hpht' || basis === 'hpl' || basis === 'umur-kehamilan';
}

/** Gestational age on the day, trimester, due date and whether that is long past; nothing for who is not pregnant on that day. */
export function toPregnancyStatuses(visit: HistoryVisit, gestation: Gestation, rules: Rules): readonly (readonly [string, Judged])[] {
  const days = toDaysBetween(gestation.from, visit.date);
  const weeks = Math.floor(days / 7);
  const { inputs } = gestation;
  const trimester = rules.trimesters.find(({ to }) => weeks <= to)?.is;
  return [
    ['usia-kehamilan', { value: { value: weeks, unit: 'wk' }, inputs }],
    ['hpl', { value: addDays(gestation.from, rules.days), inputs }],
    ['hpl-lewat', { value: days >= rules.days + rules.overdueDays ? 'ya' : 'tidak', inputs }],
    ...(trimester === undefined ? [] : [['trimester', { value: trimester, inputs }] as const]),
  ];
}

function toBeginning(record: HistoryVisit, rules: Rules): Gestation | undefined {
  const hpht = dateOf(record, 'hpht');
  if (hpht !== undefined) return toTold(record, 'hpht', hpht);
  const hpl = dateOf(record, 'hpl');
  if (hpl !== undefined) return toTold(record, 'hpl', addDays(hpl, -rules.days));
  const weeks = countedOf(record, 'umur-kehamilan')[0]?.value;
  return weeks?.kind === 'quantity' ? toTold(record, 'umur-kehamilan', addDays(record.date, -weeks.int * 7)) : undefined;
}

function toTold(record: HistoryVisit, key: string, from: LocalDate): Gestation {
  return {
    from,
    inputs: countedOf(record, key)
      .slice(0, 1)
      .map((element) => toInput(record, element)),
  };
}

function isPossible(from: LocalDate, on: LocalDate, { longestDays }: Rules): boolean {
  return from <= on && toDaysBetween(from, on) <= longestDays;
}
