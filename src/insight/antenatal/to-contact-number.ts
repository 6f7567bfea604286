import type { History, HistoryVisit } from '../history.ts';
import { isEnrolment } from '../status/list-records.ts';
import type { AntenatalTables } from './antenatal-tables.ts';
import { findDelivery } from './find-delivery.ts';
import type { ContactKind } from './is-contact.ts';
import { isContactOf } from './is-contact.ts';
import { toGestation } from './to-gestation.ts';
import { toPregnancySoFar } from './to-pregnancy-so-far.ts';
import { findContactWindow } from './to-window-statuses.ts';

/** Which of the contacts that the programme counts a visit is. */
export interface ContactNumber {
  readonly kind: ContactKind;
  /** `K1` to `K6`, `KF1` to `KF4`, `KN1` to `KN3`. */
  readonly is: string;
  /** Of K1: whether it came within the first trimester. */
  readonly beginning?: 'murni' | 'akses';
}

/**
 * Says which K, KF or KN a visit is, by all that is known of the person until then; undefined for a visit that counts as none: not with a nakes,
 * outside every window, or beyond the contacts its trimester asks for.
 */
export function toContactNumber(visit: HistoryVisit, history: History, tables: AntenatalTables): ContactNumber | undefined {
  if (isEnrolment(visit)) return undefined;
  if (visit.lifeStage === 'ibu-hamil') return toAntenatalNumber(visit, history, tables);
  const delivered = findDelivery(visit, history);
  const { birthDate } = history.person;
  const kf = delivered === undefined ? undefined : findContactWindow('kontak-kf', delivered, visit, tables);
  if (kf !== undefined) return { kind: 'kontak-kf', is: kf.is };
  const kn = birthDate === undefined ? undefined : findContactWindow('kontak-kn', birthDate, visit, tables);
  return kn === undefined ? undefined : { kind: 'kontak-kn', is: kn.is };
}

function toAntenatalNumber(visit: HistoryVisit, history: History, tables: AntenatalTables): ContactNumber | undefined {
  if (!isContactOf('kontak-anc', visit, tables)) return undefined;
  const from = toGestation(visit, history, tables.pregnancy)?.from;
  const here = toPregnancySoFar(visit, history, { from, tables }).days.find(({ date }) => date === visit.date);
  if (here?.is === undefined) return undefined;
  return { kind: 'kontak-anc', is: here.is, ...(here.beginning === undefined ? {} : { beginning: here.beginning }) };
}
