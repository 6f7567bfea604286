import type { HistoryVisit } from '../history.ts';
import { countedOf } from '../status/judged.ts';
import { isEnrolment } from '../status/list-records.ts';
import type { AntenatalTables } from './antenatal-tables.ts';

/** True for a contact that counts as K, KF or KN: by a nakes; a kader's visit that a nakes verified only where the setting says so. */
export function isNakesContact(
  { recorder, verified }: Pick<HistoryVisit, 'recorder' | 'verified'>,
  { settings }: AntenatalTables,
): boolean {
  return recorder === 'nakes' || (settings['kontak-kader'] === 'ya' && verified);
}

/** The kinds of contact that the programme counts: K in pregnancy, KF in childbed, KN of the newborn. */
export type ContactKind = 'kontak-anc' | 'kontak-kf' | 'kontak-kn';

/** A nakes contact of that kind, but for the hours after a birth: see `isAfterHours`. */
export function isContactOf(kind: ContactKind, visit: HistoryVisit, tables: AntenatalTables): boolean {
  if (isEnrolment(visit) || !isNakesContact(visit, tables)) return false;
  if (kind === 'kontak-anc') return visit.lifeStage === 'ibu-hamil';
  return kind === 'kontak-kn' || visit.lifeStage !== 'ibu-bersalin' || isToldAs(kind, visit);
}

/** True where a contact so many days after a birth counts: the day of the birth itself tells no hour, so the setting decides. */
export function isAfterHours(kind: ContactKind, day: number, visit: HistoryVisit, { settings }: AntenatalTables): boolean {
  return day > 0 || settings['hari-lahir'] === 'dihitung' || isToldAs(kind, visit);
}

function isToldAs(kind: ContactKind, visit: HistoryVisit): boolean {
  return countedOf(visit, toldBy[kind]).length > 0;
}

/** The element in which a sender says which contact it was. */
export const toldBy: Readonly<Record<ContactKind, string>> = {
  'kontak-anc': 'kunjungan-kehamilan',
  'kontak-kf': 'kunjungan-nifas',
  'kontak-kn': 'kunjungan-neonatal',
};
