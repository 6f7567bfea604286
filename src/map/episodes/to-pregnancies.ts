import { addDays, toDaysBetween } from '../days.ts';
import { toGiven } from '../given.ts';
import { childbedDays, longestPregnancyDays } from '../rows/read-condition.ts';
import type { LocalDate } from '../visit.ts';
import type { EpisodeBasis, EpisodeDraft, EpisodeEnd } from './episode.ts';
import { pregnancyDays, type PregnancyEvidence } from './pregnancy-evidence.ts';

interface Pregnancy {
  from: LocalDate;
  basis: EpisodeBasis;
  delivered?: LocalDate;
  lost?: LocalDate;
}

/**
 * Reckons a woman's pregnancies from everything that is said of them, the earliest first. What is said within the window of a pregnancy
 * belongs to it, whatever HPHT it gives: a surer or later word moves the beginning, it makes no second pregnancy. A pregnancy ends with a
 * delivery and its 42 days of childbed, with a loss, with a death, or by itself after 45 weeks (D28).
 */
export function toPregnancies(
  evidence: readonly PregnancyEvidence[],
  { person, died, asOf }: { readonly person: string; readonly died?: LocalDate | undefined; readonly asOf: LocalDate },
): readonly EpisodeDraft[] {
  const pregnancies: Pregnancy[] = [];
  // Events first: what is told later is held against the pregnancies whose end is known.
  const events = evidence.filter(isEvent);
  for (const event of events) endPregnancy(pregnancies, event);
  for (const each of evidence) if (!isEvent(each)) tellBeginning(pregnancies, each);
  return pregnancies.sort((one, other) => (one.from < other.from ? -1 : 1)).map((one) => toDraft(one, { person, died, asOf }));
}

function isEvent({ delivered, lost }: PregnancyEvidence): boolean {
  return delivered !== undefined || lost !== undefined;
}

/** A delivery told twice with another day is one delivery: no two lie closer than a childbed and the shortest pregnancy after it. */
function endPregnancy(pregnancies: Pregnancy[], { on, delivered, lost }: PregnancyEvidence): void {
  const day = delivered ?? lost ?? on;
  const same = pregnancies.find((one) => Math.abs(toDaysBetween(toEventDay(one) ?? one.from, day)) < shortestBetweenDays);
  const ended = delivered === undefined ? { lost: day } : { delivered: day };
  if (same === undefined) pregnancies.push({ from: addDays(day, -pregnancyDays), basis: 'persalinan', ...ended });
  else Object.assign(same, { from: addDays(day, -pregnancyDays), ...ended });
}

// 22 weeks: before, a pregnancy that ends is a loss and not a birth; no second delivery can follow sooner (WHO, perinatal period).
const shortestBetweenDays = 154;

function tellBeginning(pregnancies: Pregnancy[], evidence: PregnancyEvidence): void {
  const found = pregnancies.find((one) => isWithin(one, evidence));
  if (found !== undefined) {
    correct(found, evidence);
    return;
  }
  // A word of the form alone within childbed is last month's word.
  if (evidence.from === undefined && pregnancies.some((one) => isChildbed(one, evidence.on))) return;
  pregnancies.push({ from: evidence.from ?? evidence.on, basis: evidence.basis });
}

/** Said on a day of the pregnancy; one of which only a word is known may have begun as long before as a pregnancy lasts. */
function isWithin(one: Pregnancy, { on, from = on }: PregnancyEvidence): boolean {
  const event = toEventDay(one);
  // Weeks that are told again after the delivery still speak of the same pregnancy.
  if (event !== undefined) return from <= event && toDaysBetween(from, event) <= longestPregnancyDays;
  const isAround = Math.abs(toDaysBetween(one.from, on)) <= longestPregnancyDays;
  return isAround && toDaysBetween(from, addDays(one.from, longestPregnancyDays)) >= 0;
}

function isChildbed(one: Pregnancy, on: LocalDate): boolean {
  const event = toEventDay(one);
  return event !== undefined && on >= event && toDaysBetween(event, on) <= childbedDays;
}

/** The surest word counts; of two that are equally sure the later one. */
function correct(one: Pregnancy, { from, basis }: PregnancyEvidence): void {
  if (from === undefined || sureness(basis) > sureness(one.basis)) return;
  one.from = from;
  one.basis = basis;
}

const bases: readonly EpisodeBasis[] = ['hpht', 'hpl', 'umur-kehamilan', 'persalinan', 'pendaftaran', 'lahir'];

function sureness(basis: EpisodeBasis): number {
  return bases.indexOf(basis);
}

function toEventDay({ delivered, lost }: Pregnancy): LocalDate | undefined {
  return delivered ?? lost;
}

interface Ending {
  readonly person: string;
  readonly died: LocalDate | undefined;
  readonly asOf: LocalDate;
}

function toDraft({ from, basis, delivered, lost }: Pregnancy, { person, died, asOf }: Ending): EpisodeDraft {
  const last = delivered === undefined ? (lost ?? addDays(from, longestPregnancyDays)) : addDays(delivered, childbedDays);
  const base = { person, kind: 'kehamilan', from, basis, ...toGiven({ delivered }) } as const;
  if (died !== undefined && died >= from && died <= last) return { ...base, to: died, end: 'meninggal' };
  const end = delivered === undefined ? toEndWithoutBirth(lost, last < asOf) : 'persalinan';
  return end === undefined ? base : { ...base, to: last, end };
}

function toEndWithoutBirth(lost: LocalDate | undefined, isOver: boolean): EpisodeEnd | undefined {
  if (lost !== undefined) return 'keguguran';
  return isOver ? 'waktu' : undefined;
}
