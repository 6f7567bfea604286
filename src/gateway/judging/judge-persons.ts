import type { History, HistoryEnrolment } from '../../insight/history.ts';
import { reconcileWarnings } from '../../insight/warnings/reconcile-warnings.ts';
import { toWarnings } from '../../insight/warnings/to-warnings.ts';
import type { Episode } from '../../map/episodes/episode.ts';
import { toGiven } from '../../map/given.ts';
import { toHistory } from '../../map/episodes/to-history.ts';
import { localDateOf, toMoment } from '../../map/places/local-time.ts';
import { addDays } from '../../map/days.ts';
import type { Site } from '../../map/place.ts';
import type { LocalDate, Person } from '../../map/visit.ts';
import type { Tx } from '../../store/db.ts';
import type { EnrolmentEnding, PersonEnrolment } from '../../store/person-enrolments.ts';
import type { GatewayParts } from '../parts.ts';

/** People looked at in one transaction: whoever speaks of one of them waits as long. */
const personsAtOnce = 50;

/** The zone of a person nobody knows a place of: the westernmost, where the day begins last. */
const latestZone = 'Asia/Jakarta';

/**
 * Looks again at everybody of whom something was said or whose day has come: reckons episodes and warnings by all that is known now, and keeps
 * both. Returns how many were looked at; 0 when nobody is due.
 */
export async function judgePersons(parts: GatewayParts): Promise<number> {
  const now = parts.now();
  const site = await parts.site();
  return parts.store.transact(async (tx) => {
    const due = await parts.store.judgements.takeJudgements(tx, { now, limit: personsAtOnce });
    if (due.length === 0) return 0;
    const histories = await loadHistories(tx, due, { ...parts, site, at: now });
    await parts.store.episodes.saveEpisodes(
      tx,
      due,
      histories.flatMap(({ episodes }) => episodes),
      now,
    );
    await closeEntries(tx, histories, { ...parts, at: now });
    await keepWarnings(tx, histories, { ...parts, site, at: now });
    await parts.store.judgements.markJudgements(
      tx,
      histories.flatMap((history) => toNext(history, now, site)),
    );
    return due.length;
  });
}

/** Reckons the early list of each person anew: what the evidence shows no more is withdrawn. */
async function keepWarnings(
  tx: Tx,
  histories: readonly History[],
  { store, tables, site, at, newId }: Pick<GatewayParts, 'store' | 'tables' | 'newId'> & { readonly site: Site; readonly at: Date },
): Promise<void> {
  const known = await store.warnings.knownWarnings(
    tx,
    histories.map(({ person }) => person.id),
  );
  for (const history of histories) {
    const { id } = history.person;
    const computed = toWarnings(history, tables, toToday(history.visits.at(-1)?.place, site, at));
    await store.warnings.saveWarnings(tx, id, reconcileWarnings({ known: known.get(id) ?? [], computed, newId }), at);
  }
}

/** Judges until nobody is due any more. */
export async function judgeAll(parts: GatewayParts): Promise<number> {
  let all = 0;
  for (let some = -1; some !== 0; all += some) some = await judgePersons(parts);
  return all;
}

/** Everything known of people, with their episodes as they are reckoned now; erased and merged people are absent. */
export async function loadHistories(
  tx: Tx,
  persons: readonly string[],
  { store, tables, site, at, newId }: Pick<GatewayParts, 'store' | 'tables' | 'newId'> & { readonly site: Site; readonly at: Date },
): Promise<readonly History[]> {
  const known = await store.persons.getPersons(tx, persons);
  const visits = await store.visits.visitsOfPersons(tx, persons);
  const episodes = await store.episodes.episodesOf(tx, persons);
  const enrolments = await store.personEnrolments.enrolmentsOfPersons(tx, persons);
  return [...known].flatMap(([id, { person }]) => {
    // Of somebody who was merged the person they were merged into is looked at.
    if (id !== person.id) return [];
    const own = visits.flatMap(({ visit }) => (visit.person === person.id ? [visit] : []));
    const asOf = toToday(own.at(-1)?.place, site, at);
    const entries = enrolments.filter((one) => one.person === person.id).map(toEntry);
    const facts = { person, visits: own, enrolments: entries, episodes: episodes.filter((one) => one.person === person.id) };
    return toHistory(facts, { programme: tables.programme, asOf, newId });
  });
}

/** What an entry says undated (weeks of pregnancy) is anchored on the last day on which the register said it. */
function toEntry({ category, place, told, to, reasonOut, elements, reported }: PersonEnrolment): HistoryEnrolment {
  return { category, place, from: told, elements, reported, ...toGiven({ to, reasonOut }) };
}

/** A delivery, a loss or a death ends what the register has open. */
async function closeEntries(
  tx: Tx,
  histories: readonly History[],
  { store, at }: Pick<GatewayParts, 'store'> & { readonly at: Date },
): Promise<void> {
  const endings = histories.flatMap(({ enrolments, episodes }) =>
    enrolments.every(({ to }) => to !== undefined) ? [] : episodes.flatMap(toEnding),
  );
  await store.personEnrolments.closeEnrolments(tx, endings, at);
}

function toEnding({ person, kind, delivered, to, end }: Episode): readonly EnrolmentEnding[] {
  if (end === 'meninggal' && to !== undefined) return [{ person, on: to, reason: 'meninggal' }];
  if (kind !== 'kehamilan') return [];
  if (delivered !== undefined) return [{ person, category: 'ibu-hamil', on: delivered, reason: 'melahirkan' }];
  return end === 'keguguran' && to !== undefined ? [{ person, category: 'ibu-hamil', on: to, reason: 'keguguran' }] : [];
}

/** The calendar day by now where a person was seen last. */
export function toToday(place: string | undefined, site: Site, at: Date): LocalDate {
  return localDateOf(at, site.places.get(place ?? '')?.zone ?? latestZone);
}

/** Who has something open, or is an infant without a NIK, is looked at again tomorrow: time may close or open what nobody speaks of. */
function toNext({ person, episodes, visits }: History, now: Date, site: Site): readonly { readonly person: string; readonly due: Date }[] {
  const today = toToday(visits.at(-1)?.place, site, now);
  const isOpen = episodes.some(({ to }) => to === undefined) || isYoungWithoutNik(person, today);
  return isOpen ? [{ person: person.id, due: toMoment(addDays(today, 1), 0) }] : [];
}

// The path by which a newborn is known at SATUSEHAT by its mother's NIK closes on day 60 (field rule 9).
const newbornPathDays = 61;

function isYoungWithoutNik({ nik, birthDate }: Person, today: LocalDate): boolean {
  return nik === undefined && birthDate !== undefined && today <= addDays(birthDate, newbornPathDays);
}
