import { toDaysBetween } from '../../map/days.ts';
import type { LocalDate } from '../../map/visit.ts';
import type { History, HistoryVisit } from '../history.ts';
import type { Judged } from '../status/judged.ts';
import { codeOf, countedOf, toInput } from '../status/judged.ts';
import type { AntenatalTables, Window } from './antenatal-tables.ts';
import { findDelivery } from './find-delivery.ts';
import type { ContactKind } from './is-contact.ts';
import { isAfterHours, isContactOf } from './is-contact.ts';
import { compareTold } from './to-antenatal-statuses.ts';

type Entry = readonly [string, Judged];

/**
 * The day after delivery, its window, how many of the windows so far had a contact with a nakes, and whether all of them had; a childbed visit
 * dated before the delivery it speaks of is named.
 */
export function toChildbedStatuses(visit: HistoryVisit, history: History, tables: AntenatalTables): readonly Entry[] {
  const early = toTooEarly(visit, history);
  if (early !== undefined) return [early];
  const isChildbed = visit.lifeStage === 'nifas' || codeOf(visit, 'kunjungan-nifas') !== undefined;
  const since = isChildbed ? findDelivery(visit, history) : undefined;
  if (since === undefined) return [];
  const day: Entry = ['hari-nifas', { value: toDaysBetween(since, visit.date), inputs: [] }];
  const found = toWindowStatuses(visit, { since, history, tables, kind: 'kontak-kf', name: 'jendela-nifas' });
  return found.length === 0 ? [] : [day, ...found];
}

/** The same of a newborn: KN1 to KN3. */
export function toNewbornStatuses(visit: HistoryVisit, history: History, tables: AntenatalTables): readonly Entry[] {
  const { birthDate: since } = history.person;
  return since === undefined ? [] : toWindowStatuses(visit, { since, history, tables, kind: 'kontak-kn', name: 'jendela-neonatus' });
}

/** The windows of a kind of contact after a birth. */
export function windowsOf(kind: ContactKind, { childbed, newborn }: AntenatalTables): readonly Window[] {
  return kind === 'kontak-kn' ? newborn : childbed;
}

/** The window that a contact so many days after a birth falls in, if it counts. */
export function findContactWindow(kind: ContactKind, since: LocalDate, visit: HistoryVisit, tables: AntenatalTables): Window | undefined {
  const day = toDaysBetween(since, visit.date);
  if (!isContactOf(kind, visit, tables) || !isAfterHours(kind, day, visit, tables)) return undefined;
  return findWindow(windowsOf(kind, tables), day);
}

interface WindowFacts {
  readonly since: LocalDate;
  readonly history: Pick<History, 'visits'>;
  readonly tables: AntenatalTables;
  readonly kind: 'kontak-kf' | 'kontak-kn';
  readonly name: string;
}

function toWindowStatuses(visit: HistoryVisit, { since, history, tables, kind, name }: WindowFacts): readonly Entry[] {
  const windows = windowsOf(kind, tables);
  const window = findWindow(windows, toDaysBetween(since, visit.date));
  if (window === undefined) return [];
  const until = history.visits.filter(({ date }) => date <= visit.date);
  const seen = new Set(until.flatMap((each) => findContactWindow(kind, since, each, tables)?.is ?? []));
  const here = findContactWindow(kind, since, visit, tables);
  const short = kind.slice('kontak-'.length);
  return [
    [name, { value: window.is, inputs: [] }],
    [kind, { value: seen.size, inputs: [] }],
    ...(here === undefined ? [] : [[`${kind}-ke`, { value: here.is, inputs: [] }] as const]),
    [`${short}-lengkap`, { value: seen.size === windows.length ? 'ya' : 'belum', inputs: [] }],
    ...compareTold(visit, kind, [window.is]),
  ];
}

function findWindow(windows: readonly Window[], day: number): Window | undefined {
  return windows.find(({ days: [first, last] }) => day >= first && day <= last);
}

/** A childbed visit that lies before the delivery of the pregnancy of its day. */
function toTooEarly(visit: HistoryVisit, { episodes }: Pick<History, 'episodes'>): Entry | undefined {
  if (codeOf(visit, 'kunjungan-nifas') === undefined) return undefined;
  const isBefore = episodes.some(({ from, delivered }) => delivered !== undefined && from <= visit.date && visit.date < delivered);
  const inputs = countedOf(visit, 'kunjungan-nifas').map((element) => toInput(visit, element));
  return isBefore ? ['nifas-sebelum-persalinan', { value: 'ya', inputs }] : undefined;
}
