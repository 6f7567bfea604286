import { addDays } from '../../map/days.ts';
import type { Episode } from '../../map/episodes/episode.ts';
import type { LocalDate } from '../../map/visit.ts';
import type { DueItem } from '../due/due-item.ts';
import type { HistoryVisit } from '../history.ts';
import type { AntenatalTables, PlannedContact } from './antenatal-tables.ts';
import { isContactOf } from './is-contact.ts';
import { numberContacts } from './number-contacts.ts';
import { tellsBeginning } from './to-gestation.ts';

/** A contact and its days. */
export type DueDays = Pick<DueItem, 'code' | 'due' | 'lateFrom' | 'until'>;

interface Facts {
  readonly visits: readonly HistoryVisit[];
  /** The first day on which somebody here knew of the pregnancy. */
  readonly known: LocalDate;
  readonly tables: AntenatalTables;
}

/** The contacts that a pregnancy still asks for. */
export function toPregnancyDues(episode: Episode, { visits, known, tables }: Facts): readonly DueDays[] {
  const contacts = visits.filter((visit) => visit.date >= episode.from && isContactOf('kontak-anc', visit, tables));
  const dates = [...new Set(contacts.map(({ date }) => date))].sort();
  const last = dates.at(-1);
  if (last === undefined) return toFirst(episode, { known, tables });
  // Without a beginning no trimester is known, so nothing can be planned.
  if (!tellsBeginning(episode)) return [];
  const taken = new Set(numberContacts(dates, episode.from, tables).flatMap(({ is }) => is ?? []));
  return tables.contacts
    .filter(({ is }) => !taken.has(is))
    .map((contact) => toLater(contact, { from: episode.from, last, tables }))
    .filter(({ until }) => until === undefined || until >= known);
}

/** K1 is asked for whenever it comes; where the beginning is not known, from the day on which she became known. */
function toFirst(episode: Episode, { known, tables }: Omit<Facts, 'visits'>): readonly DueDays[] {
  const [first] = tables.contacts;
  if (first === undefined) return [];
  const { longestDays, knownDays } = tables.pregnancy;
  if (!tellsBeginning(episode)) return [{ code: first.is, due: known, lateFrom: addDays(known, knownDays) }];
  const late = addDays(episode.from, first.days[1] + 1);
  return [{ code: first.is, due: known, lateFrom: late < known ? known : late, until: addDays(episode.from, longestDays) }];
}

/** Not asked for sooner after the contact before than the delay of its trimester, but never after its own time. */
function toLater(
  { is, trimester, days: [first, end], within }: PlannedContact,
  { from, last, tables }: { readonly from: LocalDate; readonly last: LocalDate; readonly tables: AntenatalTables },
): DueDays {
  const { longestDays, trimesters } = tables.pregnancy;
  const isOrdered = tables.settings['penomoran-k'] === 'urutan';
  const until = addDays(from, isOrdered ? longestDays : Math.min(within[1], longestDays));
  const pace = addDays(last, trimesters.find((each) => each.is === trimester)?.delayDays ?? 0);
  const planned = addDays(from, first);
  const wanted = planned > pace ? planned : pace;
  const due = wanted > until ? until : wanted;
  const late = addDays(from, end + 1);
  return { code: is, due, lateFrom: late > due ? late : addDays(due, 1), until };
}
