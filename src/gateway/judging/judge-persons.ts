import type { History, HistoryEnrolment } from '../../insight/history.ts';
import { toDueItems, toPlaceOf } from '../../insight/due/to-due-items.ts';
import { reconcileWarnings } from '../../insight/warnings/reconcile-warnings.ts';
import { toNextLook } from '../../insight/warnings/to-next-look.ts';
import { toWarnings } from '../../insight/warnings/to-warnings.ts';
import { toGiven } from '../../map/given.ts';
import { toHistory } from '../../map/episodes/to-history.ts';
import { toEndings } from '../../map/persons/enrolment-endings.ts';
import { categoriesDuring } from '../../map/programme.ts';
import { localDateOf, toMoment, toOffsetMinutes } from '../../map/places/local-time.ts';
import type { Site } from '../../map/place.ts';
import type { LocalDate } from '../../map/visit.ts';
import type { Tx } from '../../store/db.ts';
import type { PersonEnrolment } from '../../store/person-enrolments.ts';
import type { GatewayParts } from '../parts.ts';
import type { Judging } from './judging.ts';
import { keepComputed, type KnownHistory } from './keep-computed.ts';

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
    const judging: Judging = { ...parts, site, at: now };
    const known = await loadKnownHistories(tx, due, judging);
    const histories = known.map(({ history }) => history);
    const episodes = histories.flatMap((history) => history.episodes);
    await parts.store.episodes.saveEpisodes(tx, due, episodes, now);
    await keepComputed(tx, known, judging);
    await closeEntries(tx, histories, judging);
    await keepWarnings(tx, histories, judging);
    await keepDues(tx, due, histories, judging);
    await releaseUndecided(tx, histories, judging);
    const next = histories.flatMap((history) => toNext(history, judging));
    await parts.store.judgements.markJudgements(tx, next);
    return due.length;
  });
}

/** Reckons the early list of each person anew: what the evidence shows no more is withdrawn. */
async function keepWarnings(tx: Tx, histories: readonly History[], { store, tables, site, at, newId }: Judging): Promise<void> {
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

/** Visits that waited to know whether a course of care is theirs need wait no longer. */
async function releaseUndecided(tx: Tx, histories: readonly History[], { store, at }: Judging): Promise<void> {
  const ids = histories.flatMap(({ visits }) => visits.map(({ id }) => id));
  if (ids.length === 0) return;
  const undecided = { states: ['waiting'], reasons: ['menunggu-penilaian'], kind: 'visit', ids } as const;
  for (const platform of store.platforms) await store.owed.release(tx, { platform, ...undecided }, at);
}

/** Keeps what should happen to each person and has not; whoever is no more (merged, erased) has nothing due. */
async function keepDues(
  tx: Tx,
  persons: readonly string[],
  histories: readonly History[],
  { store, tables, site, at }: Judging,
): Promise<void> {
  const lists = histories.map((history) => {
    const asOf = toToday(history.visits.at(-1)?.place, site, at);
    const place = toPlaceOf(history, asOf);
    return { person: history.person.id, items: toDueItems(history, tables, asOf), ...toGiven({ place }) };
  });
  await store.dues.saveDues(tx, persons, lists, at);
}

/** Judges until nobody is due any more. */
export async function judgeAll(parts: GatewayParts): Promise<number> {
  let all = 0;
  for (let some = -1; some !== 0; all += some) some = await judgePersons(parts);
  return all;
}

/** Everything known of people, with their episodes as they are reckoned now; erased and merged people are absent. */
export async function loadHistories(tx: Tx, persons: readonly string[], judging: Judging): Promise<readonly History[]> {
  return (await loadKnownHistories(tx, persons, judging)).map(({ history }) => history);
}

async function loadKnownHistories(
  tx: Tx,
  persons: readonly string[],
  { store, tables, site, at, newId }: Judging,
): Promise<readonly KnownHistory[]> {
  const known = await store.persons.getPersons(tx, persons);
  const visits = await store.visits.visitsOfPersons(tx, persons);
  const episodes = await store.episodes.episodesOf(tx, persons);
  const enrolments = await store.personEnrolments.enrolmentsOfPersons(tx, persons);
  return [...known].flatMap(([id, { person }]) => {
    // Of somebody who was merged the person they were merged into is looked at.
    if (id !== person.id) return [];
    const ownKnown = visits.filter(({ visit }) => visit.person === person.id);
    const own = ownKnown.map(({ visit }) => visit);
    const asOf = toToday(own.at(-1)?.place, site, at);
    const entries = enrolments.filter((one) => one.person === person.id).map(toEntry);
    const facts = { person, visits: own, enrolments: entries, episodes: episodes.filter((one) => one.person === person.id) };
    const history = toHistory(facts, { programme: tables.programme, asOf, newId });
    return [{ history: { ...history, ...toGiven({ nikSince: person.nikSince }) }, known: ownKnown }];
  });
}

/**
 * What an entry says undated (weeks of pregnancy) is anchored on the last day on which the register said it. An end that was reckoned from what
 * visits told is no evidence of its own: it goes with them.
 */
function toEntry({ category, place, told, to, reasonOut, elements, reported }: PersonEnrolment): HistoryEnrolment {
  const isToldElsewhere = reasonOut === 'melahirkan' || reasonOut === 'keguguran' || reasonOut === 'meninggal';
  return { category, place, from: told, elements, reported, ...(isToldElsewhere ? {} : toGiven({ to, reasonOut })) };
}

/** A delivery, a loss or a death ends what the register has open; corrected or taken back, its end goes too. */
async function closeEntries(tx: Tx, histories: readonly History[], { store, tables, at }: Judging): Promise<void> {
  const listed = histories.filter(({ enrolments }) => enrolments.length > 0);
  const pregnant = categoriesDuring(tables.programme, 'hamil');
  const endings = listed.flatMap(({ person, visits }) =>
    visits.flatMap(({ elements }) => toEndings(elements, pregnant).map((ending) => ({ ...ending, person: person.id }))),
  );
  const persons = listed.map(({ person }) => person.id);
  await store.personEnrolments.reopenEnrolments(tx, persons, endings, at);
  await store.personEnrolments.closeEnrolments(tx, endings, at);
}

/** The calendar day by now where a person was seen last. */
function toToday(place: string | undefined, site: Site, at: Date): LocalDate {
  return localDateOf(at, toZone(place, site));
}

/** Time alone may open or close what nobody speaks of: whoever that can happen to is looked at again when that day begins where they live. */
function toNext(history: History, { site, at, tables }: Judging): readonly { readonly person: string; readonly due: Date }[] {
  const zone = toZone(history.visits.at(-1)?.place, site);
  const next = toNextLook(history, tables, localDateOf(at, zone));
  return next === undefined ? [] : [{ person: history.person.id, due: toMoment(next, -toOffsetMinutes(zone)) }];
}

function toZone(place: string | undefined, site: Site): string {
  return site.places.get(place ?? '')?.zone ?? latestZone;
}
