import { toDaysBetween } from '../../map/days.ts';
import type { LocalDate } from '../../map/visit.ts';
import type { History, HistoryVisit } from '../history.ts';
import type { AntenatalTables } from './antenatal-tables.ts';
import { isContactOf } from './is-contact.ts';
import type { NumberedContact } from './number-contacts.ts';
import { numberContacts } from './number-contacts.ts';

/** A pregnancy as far as it has come by a visit. */
export interface PregnancySoFar {
  /** Its first day; absent where nobody told it. */
  readonly from?: LocalDate | undefined;
  /** Every visit of it until that day, by whomever, the earliest first. */
  readonly visits: readonly HistoryVisit[];
  /** Those of them that count. */
  readonly contacts: readonly HistoryVisit[];
  /** The days of those, numbered. */
  readonly days: readonly NumberedContact[];
}

/** Gathers the visits of the pregnancy of a visit, up to its day; one of which no beginning is known reaches as far back as a pregnancy lasts. */
export function toPregnancySoFar(
  visit: HistoryVisit,
  { visits: all }: Pick<History, 'visits'>,
  { from, tables }: { readonly from: LocalDate | undefined; readonly tables: AntenatalTables },
): PregnancySoFar {
  const isOfThis = ({ date, lifeStage }: HistoryVisit): boolean =>
    lifeStage === visit.lifeStage &&
    date <= visit.date &&
    (from === undefined ? toDaysBetween(date, visit.date) <= tables.pregnancy.longestDays : date >= from);
  const visits = all.filter(isOfThis);
  const contacts = visits.filter((each) => isContactOf('kontak-anc', each, tables));
  const dates = [...new Set(contacts.map(({ date }) => date))].sort();
  return { from, visits, contacts, days: numberContacts(dates, from, tables) };
}
