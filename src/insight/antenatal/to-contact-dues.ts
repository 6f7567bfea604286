import { addDays, toMonthsBetween } from '../../map/days.ts';
import type { Episode } from '../../map/episodes/episode.ts';
import type { Sensitivity } from '../../map/element-definition.ts';
import type { LocalDate } from '../../map/visit.ts';
import type { DueItem } from '../due/due-item.ts';
import type { History, HistoryVisit } from '../history.ts';
import { fitsPerson } from '../status/fits-person.ts';
import { listRecords } from '../status/list-records.ts';
import { strictest } from '../warnings/to-evidence.ts';
import { toLeaving } from '../warnings/to-leaving.ts';
import type { WarningTables } from '../warnings/warning-tables.ts';
import type { AntenatalTables } from './antenatal-tables.ts';
import { findContactWindow, windowsOf } from './to-window-statuses.ts';
import type { DueDays } from './to-pregnancy-dues.ts';
import { toPregnancyDues } from './to-pregnancy-dues.ts';

/** What contacts are reckoned by, and who may see a pregnancy. */
export type DueTables = Pick<WarningTables, 'antenatal' | 'warnings'>;

/**
 * The contacts that an open pregnancy, childbed or first month still asks for, by what is known until a day. Those whose time had passed before
 * anybody knew of the person are left out; death, a loss, or moving away asks for nothing any more. Who was not seen yet at all is asked for K1 only.
 */
export function toContactDues(history: History, tables: DueTables, asOf: LocalDate): readonly DueItem[] {
  if (toLeaving(history, asOf) !== undefined) return [];
  const known: History = {
    ...history,
    visits: history.visits.filter(({ date }) => date <= asOf),
    enrolments: history.enrolments.filter(({ from }) => from <= asOf),
  };
  const dues = [
    ...known.episodes.flatMap((episode) => toEpisodeDues(episode, known, { tables, asOf })),
    ...toNewbornDues(known, { tables, asOf }),
  ];
  return dues.sort((one, other) => (`${one.due} ${one.code}` < `${other.due} ${other.code}` ? -1 : 1));
}

interface Reckoning {
  readonly tables: DueTables;
  readonly asOf: LocalDate;
}

function toEpisodeDues(episode: Episode, history: History, { tables, asOf }: Reckoning): readonly DueItem[] {
  const known = listRecords(history).find(({ date }) => date >= episode.from)?.date;
  if (known === undefined || !isOpen(episode, asOf)) return [];
  const { delivered } = episode;
  const facts = { visits: history.visits, known, tables: tables.antenatal };
  const [stage, days] =
    delivered === undefined || delivered > asOf
      ? ['ibu-hamil', toPregnancyDues(episode, facts)]
      : ['nifas', toWindowDues('kontak-kf', delivered, facts)];
  const kerahasiaan = toSecrecy(stage, known, { history, tables });
  return days.map((each) => toItem(each, kerahasiaan, tables.antenatal));
}

/** A pregnancy or its childbed of that day; a loss or its time ends it, a childbed lasts to its last day. */
function isOpen({ kind, from, to, end }: Episode, asOf: LocalDate): boolean {
  if (kind !== 'kehamilan' || from > asOf) return false;
  return to === undefined || asOf < to || (asOf === to && end === 'persalinan');
}

function toNewbornDues(history: History, { tables, asOf }: Reckoning): readonly DueItem[] {
  const { birthDate } = history.person;
  const known = listRecords(history)[0]?.date;
  const last = tables.antenatal.newborn.at(-1)?.days[1] ?? 0;
  if (birthDate === undefined || known === undefined || birthDate > asOf || asOf > addDays(birthDate, last)) return [];
  const days = toWindowDues('kontak-kn', birthDate, { visits: history.visits, known, tables: tables.antenatal });
  return days.map((each) => toItem(each, 'umum', tables.antenatal));
}

/** The windows after a birth in which nobody saw her or the child, and which were not over before anybody knew. */
function toWindowDues(
  kind: 'kontak-kf' | 'kontak-kn',
  since: LocalDate,
  { visits, known, tables }: { readonly visits: readonly HistoryVisit[]; readonly known: LocalDate; readonly tables: AntenatalTables },
): readonly DueDays[] {
  const seen = new Set(visits.flatMap((visit) => findContactWindow(kind, since, visit, tables)?.is ?? []));
  return windowsOf(kind, tables).flatMap(({ is, days: [first, last] }) => {
    const until = addDays(since, last);
    return seen.has(is) || until < known ? [] : [{ code: is, due: addDays(since, first), lateFrom: addDays(until, 1), until }];
  });
}

/** A pregnancy that was known under 18 stays for few eyes, also once she is of age. */
function toSecrecy(
  stage: string,
  known: LocalDate,
  { history, tables }: { readonly history: History; readonly tables: DueTables },
): Sensitivity {
  const { birthDate, sex } = history.person;
  const who = { stage, sex, months: birthDate === undefined ? undefined : toMonthsBetween(birthDate, known) };
  return strictest(['umum', ...tables.warnings.secrecy.filter((each) => fitsPerson(each.for, who)).map(({ is }) => is)]);
}

function toItem(days: DueDays, kerahasiaan: Sensitivity, { version }: AntenatalTables): DueItem {
  return { kind: 'kontak', ...days, rule: `antenatal@${version}`, kerahasiaan };
}
