import { addDays, toDaysBetween, toMonthsBetween } from '../days.ts';
import { childbedDays } from '../rows/read-condition.ts';
import type { LocalDate, Person, Visit } from '../visit.ts';
import type { Episode } from './episode.ts';

/** A course of care that a platform keeps of its own: a pregnancy, a childbed, or the first 28 days of a life. */
export interface Course {
  /** The episode's id with the type: stable as the episode is. */
  readonly id: string;
  readonly type: CourseType;
  readonly from: LocalDate;
  /** Last day; absent while it is open. */
  readonly to?: LocalDate;
}

export type CourseType = 'ANC' | 'PNC' | 'Neonate';

/** Days of the neonatal period, the day of birth being day 0 (KN3 ends on day 28). */
const neonatalDays = 28;

/** Below this age a pregnancy stays here: nothing of it is told outside (field rule 6). */
const secretBelowMonths = 18 * 12;

/** The courses of care of an episode: of a pregnancy until the delivery, of childbed from it on; of a newborn one. */
export function toCourses({ id, kind, from, delivered, to }: Episode): readonly Course[] {
  if (kind === 'neonatus') return [{ id: `${id}.Neonate`, type: 'Neonate', from, to: to ?? addDays(from, neonatalDays) }];
  const end = delivered ?? to;
  const pregnancy = { id: `${id}.ANC`, type: 'ANC', from, ...(end === undefined ? {} : { to: end }) } as const;
  if (delivered === undefined) return [pregnancy];
  return [pregnancy, { id: `${id}.PNC`, type: 'PNC', from: delivered, to: to ?? addDays(delivered, childbedDays) }];
}

/** What an id of a course of care says; `ends` where it names the end of one, which is owed apart. */
export interface CourseKey {
  readonly episode: string;
  readonly type: CourseType;
  readonly ends: boolean;
}

const types: readonly CourseType[] = ['ANC', 'PNC', 'Neonate'];

/** Reads the id of a course of care or of its end; undefined for anything else. */
export function readCourseId(id: string): CourseKey | undefined {
  const [episode = '', name, end] = id.split('.');
  const type = types.find((one) => one === name);
  return type === undefined || (end !== undefined && end !== 'tutup') ? undefined : { episode, type, ends: end !== undefined };
}

/** True for visits that may belong to a course of care: one that speaks of pregnancy or childbed, or one of a newborn. */
export function mayHaveCourse({ condition, date }: Pick<Visit, 'condition' | 'date'>, { birthDate }: Pick<Person, 'birthDate'>): boolean {
  if (birthDate === undefined) return false;
  const days = toDaysBetween(birthDate, date);
  if (days >= 0 && days <= neonatalDays) return true;
  return condition !== undefined && toMonthsBetween(birthDate, date) >= secretBelowMonths;
}

/**
 * The course of care a visit belongs to, by its day; on the day of delivery what the visit says of the woman decides. A visit that speaks neither
 * of pregnancy nor of childbed belongs to none, nor does one of a girl below 18.
 */
export function courseOf(
  visit: Pick<Visit, 'condition' | 'date'>,
  person: Pick<Person, 'birthDate'>,
  episodes: readonly Episode[],
): Course | undefined {
  if (!mayHaveCourse(visit, person)) return undefined;
  const kind = visit.condition === undefined ? 'neonatus' : 'kehamilan';
  const around = episodes.filter((one) => one.kind === kind).flatMap(toCourses);
  const found = around.filter(({ from, to }) => visit.date >= from && (to === undefined || visit.date <= to));
  const wanted = visit.condition === 'nifas' ? 'PNC' : 'ANC';
  return found.find(({ type }) => type === wanted) ?? found[0];
}
