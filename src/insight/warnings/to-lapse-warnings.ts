import { addDays, toDaysBetween } from '../../map/days.ts';
import type { Episode } from '../../map/episodes/episode.ts';
import type { LocalDate } from '../../map/visit.ts';
import { isAfterHours, isContactOf } from '../antenatal/is-contact.ts';
import { tellsBeginning } from '../antenatal/to-gestation.ts';
import { numberContacts } from '../antenatal/number-contacts.ts';
import type { Scene } from './evaluate-condition.ts';
import type { Finding, WarningDraft } from './finding.ts';
import { secrecyOf } from './secrecy-of.ts';
import { strictest } from './to-evidence.ts';
import type { WarningFacts } from './to-rule-warnings.ts';
import type { Lapse } from './warning-rules.ts';

/** What a lapse is reckoned from: the day, the pregnancy it belongs to, and until when that lasts. */
interface Beginning {
  readonly since: LocalDate;
  /** The first day on which a word about it could be said. */
  readonly from: LocalDate;
  readonly ends?: LocalDate | undefined;
}

interface LapseFacts extends WarningFacts {
  /** Death or moving away. */
  readonly left: LocalDate | undefined;
}

/**
 * Draws up what should have happened and did not: from the day it was due, or later where the person was not known before. Who was never
 * known by then is not reproached with what nobody could record, and nobody is reminded of the dead.
 */
export function toLapseWarnings(lapse: Lapse, scenes: readonly Scene[], facts: LapseFacts): readonly WarningDraft[] {
  return listBeginnings(lapse, facts).flatMap((beginning) => {
    const opened = findOpening(lapse, beginning, scenes);
    if (opened === undefined || opened > facts.asOf || isAfter(opened, beginning.ends) || isAfter(opened, facts.left)) return [];
    const ended = listEnds(lapse, beginning, scenes, facts);
    if (ended.some((day) => day <= opened)) return [];
    const closed = [...ended].filter((day) => day <= facts.asOf).sort()[0];
    return toDraft(lapse, { opened, closed }, scenes, facts);
  });
}

/** The days on which a lapse opens or runs out by itself, whether they are past or not. */
export function listLapseDays(
  lapse: Lapse,
  scenes: readonly Scene[],
  facts: Pick<WarningFacts, 'history' | 'tables'>,
): readonly LocalDate[] {
  return listBeginnings(lapse, facts).flatMap((beginning) => [
    ...[findOpening(lapse, beginning, scenes) ?? []].flat(),
    ...(lapse.until === undefined ? [] : [addDays(beginning.since, lapse.until)]),
  ]);
}

function listBeginnings({ since }: Lapse, { history, tables }: Pick<WarningFacts, 'history' | 'tables'>): readonly Beginning[] {
  const { person, episodes } = history;
  if (since === 'lahir') return person.birthDate === undefined ? [] : [{ since: person.birthDate, from: person.birthDate }];
  const pregnancies = episodes.filter(({ kind }) => kind === 'kehamilan');
  if (since === 'persalinan')
    return pregnancies.flatMap(({ from, delivered, to }) => (delivered === undefined ? [] : [{ since: delivered, from, ends: to }]));
  const days = since === 'hpl' ? tables.antenatal.pregnancy.days : 0;
  // Nobody closes an overlooked pregnancy by waiting.
  const isOver = ({ end }: Episode): boolean => end !== undefined && (end !== 'waktu' || since !== 'hpl');
  return pregnancies
    .filter(tellsBeginning)
    .map((each) => ({ since: addDays(each.from, days), from: each.from, ends: each.delivered ?? (isOver(each) ? each.to : undefined) }));
}

/** The day it was due; later where the person became known only afterwards; undefined where the silence means nothing. */
function findOpening(lapse: Lapse, { since, from }: Beginning, scenes: readonly Scene[]): LocalDate | undefined {
  const due = addDays(since, lapse.days);
  const first = scenes.map(({ visit }) => visit.date).find((date) => date >= from);
  if (first === undefined) return undefined;
  if (lapse.knownBy !== undefined && first > addDays(since, lapse.knownBy)) return undefined;
  const earliest = addDays(first, lapse.knownDays ?? 0);
  return earliest > due ? earliest : due;
}

/** The days on which it was over: it happened after all, its time ran out, or the pregnancy ended. */
function listEnds(
  lapse: Lapse,
  { since, ends }: Beginning,
  scenes: readonly Scene[],
  { history, tables }: LapseFacts,
): readonly LocalDate[] {
  const { unless, until } = lapse;
  const ran = [...(until === undefined ? [] : [addDays(since, until)]), ...(ends === undefined ? [] : [ends])];
  // A NIK of which nobody knows since when was always there.
  if (unless.kind === 'nik') return history.person.nik === undefined ? ran : [history.nikSince ?? '', ...ran];
  // A delivery or loss is the end of the pregnancy, which stands among what ran out.
  if (unless.kind === 'persalinan') return ran;
  return [...listContactDays(unless, since, scenes, tables), ...ran];
}

type AwaitedContact = Extract<Lapse['unless'], { readonly is: string }>;

/** The days of the contacts that end a lapse: those from its time on, and the one that took its number before. */
function listContactDays(
  { kind, days: [first, last], is }: AwaitedContact,
  since: LocalDate,
  scenes: readonly Scene[],
  { antenatal }: WarningFacts['tables'],
): readonly LocalDate[] {
  const contacts = scenes.flatMap(({ visit }) => {
    const day = toDaysBetween(since, visit.date);
    const counts = day >= 0 && isContactOf(kind, visit, antenatal) && (kind === 'kontak-anc' || isAfterHours(kind, day, visit, antenatal));
    return counts ? [{ day, date: visit.date }] : [];
  });
  const within = contacts.filter(({ day }) => day >= first && day <= last).map(({ date }) => date);
  if (kind !== 'kontak-anc') return within;
  const dates = [...new Set(contacts.flatMap(({ day, date }) => (day <= last ? [date] : [])))].sort();
  return [...within, ...numberContacts(dates, since, antenatal).flatMap((each) => (each.is === is ? [each.date] : []))];
}

function toDraft(
  lapse: Lapse,
  { opened, closed }: { readonly opened: LocalDate; readonly closed: LocalDate | undefined },
  scenes: readonly Scene[],
  { history, tables }: LapseFacts,
): readonly WarningDraft[] {
  // The last record before it says where to ask; where there is none, the first one.
  const scene = scenes.filter(({ visit }) => visit.date <= opened).at(-1) ?? scenes[0];
  if (scene === undefined) return [];
  const { visit, who } = scene;
  const kerahasiaan = strictest([lapse.kerahasiaan, ...secrecyOf(who, tables)]);
  const rule = `${lapse.code}@${tables.warnings.version}`;
  const evidence = [{ visit: visit.id, date: visit.date, key: lapse.since }];
  const finding: Finding = { code: lapse.code, level: lapse.level, visit: visit.id, date: opened, evidence, rule, kerahasiaan };
  const base = { code: lapse.code, person: history.person.id, level: lapse.level, place: visit.place, opened, latest: opened };
  return [{ ...base, ...(closed === undefined ? {} : { closed }), findings: [finding], kerahasiaan, text: lapse.text }];
}

function isAfter(day: LocalDate, end: LocalDate | undefined): boolean {
  return end !== undefined && day >= end;
}
