import type { History, HistoryEnrolment, HistoryVisit } from '../../insight/history.ts';
import type { Episode } from './episode.ts';
import { conditionOn, identifyEpisodes, toEpisodeDrafts } from './to-episodes.ts';
import { toGiven } from '../given.ts';
import { conditionOfCategory, toKlaster, toLifeStage, type Programme } from '../programme.ts';
import type { LocalDate, Person, Visit } from '../visit.ts';

/** What is known of one person, before episodes are reckoned. */
export interface KnownFacts {
  readonly person: Person;
  readonly visits: readonly Visit[];
  readonly enrolments: readonly HistoryEnrolment[];
  /** Episodes as they were reckoned before: ids once given stay. */
  readonly episodes: readonly Episode[];
}

/** Makes the history of a person: episodes by all that is known, and every visit at the stage of life that follows from them. Pure. */
export function toHistory(
  { person, visits, enrolments, episodes }: KnownFacts,
  { programme, asOf, newId }: { readonly programme: Programme; readonly asOf: LocalDate; readonly newId: () => string },
): History {
  const inOrder = [...visits].sort((one, other) => (toOrder(one) < toOrder(other) ? -1 : 1));
  const entries = enrolments.map((entry) => toEnrolled(entry, programme));
  const drafts = toEpisodeDrafts({ person, visits: inOrder, enrolments: entries, asOf });
  const now = identifyEpisodes(drafts, episodes, newId);
  return {
    person,
    visits: inOrder.map((visit) => toStaged(visit, { person, episodes: now, programme })),
    episodes: now,
    enrolments: entries,
  };
}

/** An entry of the register with the stage of life that its category opens. */
export function toEnrolled(entry: HistoryEnrolment, programme: Programme): HistoryEnrolment {
  const { category } = entry;
  return { ...entry, ...toGiven({ lifeStage: programme.categories.get(category), condition: conditionOfCategory(programme, category) }) };
}

function toOrder({ date, id }: Visit): string {
  return `${date}|${id}`;
}

function toStaged(
  visit: Visit,
  of: { readonly person: Person; readonly episodes: readonly Episode[]; readonly programme: Programme },
): HistoryVisit {
  const condition = visit.condition ?? conditionOn(of.episodes, visit.date);
  const { birthDate, sex } = of.person;
  const lifeStage = toLifeStage(of.programme, { birthDate, sex, date: visit.date, condition });
  const { klaster: _old, ...rest } = visit;
  return { ...rest, lifeStage, ...toGiven({ klaster: toKlaster(of.programme, lifeStage), condition }) };
}
