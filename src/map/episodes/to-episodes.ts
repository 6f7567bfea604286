import type { HistoryEnrolment, HistoryVisit } from '../../insight/history.ts';
import { addDays, toDaysBetween } from '../days.ts';
import { longestPregnancyDays } from '../rows/read-condition.ts';
import type { LocalDate, MaternalCondition, PersonDraft } from '../visit.ts';
import type { Episode, EpisodeDraft } from './episode.ts';
import { listEvidence } from './pregnancy-evidence.ts';
import { toPregnancies } from './to-pregnancies.ts';

/** What is known of a person before it is known which episodes there are. */
export interface EpisodeFacts {
  readonly person: Pick<PersonDraft, 'birthDate' | 'sex'> & { readonly id: string };
  readonly visits: readonly HistoryVisit[];
  readonly enrolments: readonly HistoryEnrolment[];
  readonly asOf: LocalDate;
}

/** Days of the neonatal period, the day of birth being day 0 (KN3 ends on day 28). */
const neonatalDays = 28;

/** Reckons the pregnancies and the newborn period of a person, the earliest first. The same facts in any order give the same episodes. */
export function toEpisodeDrafts({ person, visits, enrolments, asOf }: EpisodeFacts): readonly EpisodeDraft[] {
  const died = findDeath(visits);
  const pregnancies = person.sex === 'L' ? [] : toPregnancies(listEvidence(visits, enrolments), { person: person.id, died, asOf });
  return [...toNewborn(person, visits, { died, asOf }), ...pregnancies];
}

/** The day on which a contact says that the person died. */
export function findDeath(visits: readonly HistoryVisit[]): LocalDate | undefined {
  for (const { elements } of visits) {
    const value = elements.find(({ key }) => key === 'tanggal-meninggal')?.value;
    if (value?.kind === 'date') return value.date;
  }
  return undefined;
}

function toNewborn(
  { id, birthDate }: EpisodeFacts['person'],
  visits: readonly HistoryVisit[],
  { died, asOf }: { readonly died: LocalDate | undefined; readonly asOf: LocalDate },
): readonly EpisodeDraft[] {
  if (birthDate === undefined) return [];
  const last = addDays(birthDate, neonatalDays);
  if (!visits.some(({ date }) => date >= birthDate && date <= last)) return [];
  const base = { person: id, kind: 'neonatus', from: birthDate, basis: 'lahir' } as const;
  if (died !== undefined && died <= last) return [{ ...base, to: died, end: 'meninggal' }];
  return [last < asOf ? { ...base, to: last, end: 'lengkap' } : base];
}

/**
 * Gives each episode the id it had: of two of one kind those are the same whose windows share most days, and an id is given to one only.
 * Known episodes that nothing speaks of any more are not among them.
 */
export function identifyEpisodes(drafts: readonly EpisodeDraft[], known: readonly Episode[], newId: () => string): readonly Episode[] {
  const pairs = drafts
    .flatMap((draft) => known.filter(({ kind }) => kind === draft.kind).map((one) => ({ draft, one, days: toShared(draft, one) })))
    .filter(({ days }) => days > 0)
    .sort((a, b) => b.days - a.days || (a.one.id < b.one.id ? -1 : 1));
  const given = new Map<EpisodeDraft, string>();
  const used = new Set<string>();
  for (const { draft, one } of pairs) {
    if (given.has(draft) || used.has(one.id)) continue;
    given.set(draft, one.id);
    used.add(one.id);
  }
  return drafts.map((draft) => ({ ...draft, id: given.get(draft) ?? newId() }));
}

/** Days that two windows share; one that is open lasts as long as a pregnancy can. */
function toShared(one: EpisodeDraft, other: EpisodeDraft): number {
  const from = one.from > other.from ? one.from : other.from;
  const [end, otherEnd] = [toEnd(one), toEnd(other)];
  return toDaysBetween(from, end < otherEnd ? end : otherEnd) + 1;
}

function toEnd({ from, to }: EpisodeDraft): LocalDate {
  return to ?? addDays(from, longestPregnancyDays);
}

/** Where a woman stands on a day by her episodes; what a visit says itself goes before. */
export function conditionOn(episodes: readonly EpisodeDraft[], date: LocalDate): MaternalCondition | undefined {
  const one = episodes.find(({ kind, from, to }) => kind === 'kehamilan' && date >= from && (to === undefined || date <= to));
  if (one === undefined) return undefined;
  if (one.delivered === undefined || date < one.delivered) return 'hamil';
  return date === one.delivered ? 'bersalin' : 'nifas';
}
