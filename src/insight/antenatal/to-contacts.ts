import { toDaysBetween } from '../../map/days.ts';
import type { LocalDate } from '../../map/visit.ts';
import type { History, HistoryVisit } from '../history.ts';
import type { Judged } from '../status/judged.ts';
import { countedOf, dateOf } from '../status/judged.ts';
import { isEnrolment } from '../status/list-records.ts';
import type { AntenatalTables, Window } from './antenatal-tables.ts';

/** True for a contact that counts as K, KF or KN: by a nakes; a kader's visit that a nakes verified only where the setting says so. */
export function isNakesContact(
  { recorder, verified }: Pick<HistoryVisit, 'recorder' | 'verified'>,
  { settings }: AntenatalTables,
): boolean {
  return recorder === 'nakes' || (settings['kontak-kader'] === 'ya' && verified);
}

/** The kinds of contact that the programme counts: K in pregnancy, KF in childbed, KN of the newborn. */
export type ContactKind = 'kontak-anc' | 'kontak-kf' | 'kontak-kn';

/** True for a nakes contact of that kind. A delivery is no KF, unless it was told as one: the day alone does not say that 6 hours had passed. */
export function isContactOf(kind: ContactKind, visit: HistoryVisit, tables: AntenatalTables): boolean {
  if (isEnrolment(visit) || !isNakesContact(visit, tables)) return false;
  if (kind === 'kontak-anc') return visit.lifeStage === 'ibu-hamil';
  return kind === 'kontak-kn' || visit.lifeStage !== 'ibu-bersalin' || countedOf(visit, 'kunjungan-nifas').length > 0;
}

/** Counts the days up to this visit on which a nakes saw the woman in this pregnancy; `K1` is told on the first of them. */
export function toAntenatalStatuses(
  visit: HistoryVisit,
  { history, from, tables }: { readonly history: History; readonly from: LocalDate | undefined; readonly tables: AntenatalTables },
): readonly (readonly [string, Judged])[] {
  const { longestDays, trimesters } = tables.pregnancy;
  const isOfThis = ({ date, lifeStage }: HistoryVisit): boolean =>
    lifeStage === visit.lifeStage &&
    date <= visit.date &&
    (from === undefined ? toDaysBetween(date, visit.date) <= longestDays : date >= from);
  const contacts = history.visits.filter((each) => isOfThis(each) && isContactOf('kontak-anc', each, tables));
  const dates = new Set(contacts.map(({ date }) => date));
  const counted = ['kontak-anc', { value: dates.size, inputs: [] }] as const;
  if (dates.size !== 1 || !dates.has(visit.date) || from === undefined) return [counted];
  const weeks = Math.floor(toDaysBetween(from, visit.date) / 7);
  const isEarly = weeks <= (trimesters[0]?.to ?? 0);
  return [counted, ['kontak-k1', { value: isEarly ? 'murni' : 'akses', inputs: [] }]];
}

/** The day after delivery, its window, and how many of the windows so far had a contact with a nakes. */
export function toChildbedStatuses(visit: HistoryVisit, history: History, tables: AntenatalTables): readonly (readonly [string, Judged])[] {
  const delivered = findDelivery(visit, history);
  if (delivered === undefined) return [];
  return toWindowStatuses(visit, {
    since: delivered,
    history,
    tables,
    windows: tables.childbed,
    names: ['hari-nifas', 'jendela-nifas', 'kontak-kf'],
  });
}

/** The same of a newborn: KN1 to KN3. */
export function toNewbornStatuses(visit: HistoryVisit, history: History, tables: AntenatalTables): readonly (readonly [string, Judged])[] {
  const { birthDate } = history.person;
  if (birthDate === undefined) return [];
  return toWindowStatuses(visit, {
    since: birthDate,
    history,
    tables,
    windows: tables.newborn,
    names: [null, 'jendela-neonatus', 'kontak-kn'],
  });
}

/** The delivery whose childbed a visit belongs to: the latest known that is not after it. */
export function findDelivery(visit: HistoryVisit, { visits, episodes }: Pick<History, 'visits' | 'episodes'>): LocalDate | undefined {
  const told = [visit, ...visits].flatMap((each) => dateOf(each, 'tanggal-persalinan') ?? []);
  const known = episodes.flatMap(({ delivered }) => delivered ?? []);
  return [...told, ...known]
    .filter((date) => date <= visit.date)
    .sort()
    .at(-1);
}

interface WindowFacts {
  readonly since: LocalDate;
  readonly history: History;
  readonly tables: AntenatalTables;
  readonly windows: readonly Window[];
  readonly names: readonly [string | null, string, ContactKind];
}

function toWindowStatuses(
  visit: HistoryVisit,
  { since, history, tables, windows, names }: WindowFacts,
): readonly (readonly [string, Judged])[] {
  const day = toDaysBetween(since, visit.date);
  const window = findWindow(windows, day);
  if (window === undefined) return [];
  const seen = history.visits
    .filter((each) => each.date <= visit.date && isContactOf(names[2], each, tables))
    .flatMap(({ date }) => findWindow(windows, toDaysBetween(since, date))?.is ?? []);
  const [dayName, windowName, contactName] = names;
  return [
    ...(dayName === null ? [] : [[dayName, { value: day, inputs: [] }] as const]),
    [windowName, { value: window.is, inputs: [] }],
    [contactName, { value: new Set(seen).size, inputs: [] }],
  ];
}

function findWindow(windows: readonly Window[], day: number): Window | undefined {
  return windows.find(({ days: [first, last] }) => day >= first && day <= last);
}
