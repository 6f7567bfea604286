import type { HistoryEnrolment, HistoryVisit } from '../../insight/history.ts';
import { addDays, toDaysBetween } from '../days.ts';
import { longestPregnancyDays } from '../rows/read-condition.ts';
import type { Element, LocalDate } from '../visit.ts';
import type { EpisodeBasis } from './episode.ts';

/** Naegele: 280 days from the HPHT to the due date. */
export const pregnancyDays = 280;

/** What one contact or register entry says of a pregnancy. */
export interface PregnancyEvidence {
  /** The day on which it is said. */
  readonly on: LocalDate;
  /** The first day of the pregnancy, where it can be reckoned. */
  readonly from?: LocalDate;
  readonly basis: EpisodeBasis;
  readonly delivered?: LocalDate;
  readonly lost?: LocalDate;
}

/** Everything a woman's contacts and register entries say of pregnancies, the earliest first. */
export function listEvidence(visits: readonly HistoryVisit[], enrolments: readonly HistoryEnrolment[]): readonly PregnancyEvidence[] {
  const ofVisits = visits.flatMap(({ date, elements, condition }) => [
    ...toEvents(date, elements),
    ...toBeginnings(date, elements),
    ...(condition === 'hamil' ? [{ on: date, basis: 'pendaftaran' } as const] : []),
  ]);
  const ofRegister = enrolments.flatMap(({ from, elements, condition }) => {
    const events = toEvents(from, elements);
    if (condition !== 'hamil') return events;
    // Who is listed with her delivery is pregnant no more.
    const listed = events.length > 0 ? [] : [{ on: from, basis: 'pendaftaran' } as const];
    return [...events, ...toBeginnings(from, elements), ...listed];
  });
  return [...ofVisits, ...ofRegister].sort(compareEvidence);
}

function toEvents(on: LocalDate, elements: readonly Element[]): readonly PregnancyEvidence[] {
  const delivered = dateOf(elements, 'tanggal-persalinan');
  const lost = dateOf(elements, 'tanggal-keguguran');
  return [
    ...(delivered === undefined ? [] : [{ on, basis: 'persalinan', delivered } as const]),
    ...(lost === undefined ? [] : [{ on, basis: 'persalinan', lost } as const]),
  ];
}

/** The surest of what is said of the beginning: the HPHT, a due date, or weeks counted back from the day they were told. */
function toBeginnings(on: LocalDate, elements: readonly Element[]): readonly PregnancyEvidence[] {
  const hpht = dateOf(elements, 'hpht');
  const hpl = dateOf(elements, 'hpl');
  const weeks = numberOf(elements, 'umur-kehamilan');
  const told: readonly (readonly [EpisodeBasis, LocalDate | undefined])[] = [
    ['hpht', hpht],
    ['hpl', hpl === undefined ? undefined : addDays(hpl, -pregnancyDays)],
    ['umur-kehamilan', weeks === undefined ? undefined : addDays(on, -weeks * 7)],
  ];
  const first = told.flatMap(([basis, from]) => (from !== undefined && isPossible(from, on) ? [{ on, basis, from }] : []));
  return first.slice(0, 1);
}

/** A pregnancy of today began no later than today and no longer ago than one lasts. */
function isPossible(from: LocalDate, on: LocalDate): boolean {
  return from <= on && toDaysBetween(from, on) <= longestPregnancyDays;
}

function dateOf(elements: readonly Element[], is: string): LocalDate | undefined {
  const value = elements.find(({ key, unconfirmed }) => key === is && unconfirmed !== true)?.value;
  return value?.kind === 'date' ? value.date : undefined;
}

function numberOf(elements: readonly Element[], is: string): number | undefined {
  const value = elements.find(({ key, unconfirmed }) => key === is && unconfirmed !== true)?.value;
  return value?.kind === 'quantity' ? value.int : undefined;
}

/** By the day it is said, then by how sure it is; what is otherwise alike by what it says, so that the order of visits does not matter. */
function compareEvidence(one: PregnancyEvidence, other: PregnancyEvidence): number {
  if (one.on !== other.on) return one.on < other.on ? -1 : 1;
  const difference = order(one) - order(other);
  return difference === 0 ? compareTexts(toDay(one), toDay(other)) : difference;
}

function toDay({ from, delivered, lost }: PregnancyEvidence): string {
  return from ?? delivered ?? lost ?? '';
}

function compareTexts(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

const bases: readonly EpisodeBasis[] = ['hpht', 'hpl', 'umur-kehamilan', 'pendaftaran', 'persalinan', 'lahir'];

function order({ basis }: PregnancyEvidence): number {
  return bases.indexOf(basis);
}
