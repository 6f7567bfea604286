import type { LocalDate, Sex } from '../../map/visit.ts';
import type { TimeSpan } from './time-span.ts';

/** From which day to which, both included, a line holds; `from` is empty for the oldest of a dose, which judges all that came before it. */
export interface InForce {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** When a dose is due: by age, or in a month of a class at school. */
export interface ScheduleLine extends InForce {
  readonly of: string;
  readonly due?: TimeSpan;
  /** Last day in good time; the day it is due where absent. */
  readonly by?: TimeSpan;
  readonly lateDays: number;
  readonly class?: number;
  readonly month?: number;
  /** Completed years of age taken for the class where nobody told it. */
  readonly around?: number;
  readonly sex?: Sex;
  /** Beginnings of the codes of the places where it is given; absent where it is given everywhere. */
  readonly areas?: readonly string[];
}

/** The age below which a dose does not count. */
export interface EarliestAge extends InForce {
  readonly of: string;
  readonly age: TimeSpan;
}

/** The age from which a dose is given no more. */
export interface AgeLimit extends InForce {
  readonly of: string;
  readonly below: TimeSpan;
}

/** Least time from one dose of a series to the next. */
export interface DoseInterval extends InForce {
  readonly of: string;
  readonly after: string;
  readonly least: TimeSpan;
}

/** What makes a child complete, and until which age. */
export interface DoseSet {
  readonly key: string;
  readonly by: TimeSpan;
  readonly versions: readonly (InForce & { readonly doses: readonly string[] })[];
}

/** One T of a woman: how long after the one before, and how long it protects. */
export interface TetanusDose {
  readonly of: string;
  readonly after?: TimeSpan;
  readonly protects?: TimeSpan;
}

/** An extra round outside the schedule. */
export interface Campaign {
  readonly is: string;
  readonly title: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly areas?: readonly string[];
  readonly age: { readonly from: TimeSpan; readonly below: TimeSpan };
  readonly sex?: Sex;
  readonly doses: readonly string[];
  /** The dose that one of this round stands for; absent where it is an extra one. */
  readonly counts?: string;
}

/** A product of the national dictionary of medicines (KFA) that may be named for some doses. */
export interface VaccineProduct {
  readonly code: string;
  readonly display: string;
  /** Our codes of the doses that it may be given for. */
  readonly of: readonly string[];
  /** How people write it, beside its code. */
  readonly names: readonly string[];
  /** CVX code of this very product, where that of the vaccine is another, or none. */
  readonly cvx?: { readonly code: string; readonly display: string };
}

/** programme/immunization.yaml, checked: settings chosen, lines in force one after the other. */
export interface ImmunizationTables {
  /** Hash of the table: which version decided. */
  readonly version: string;
  readonly settings: Readonly<Record<string, string>>;
  /** Days after its time from which a dose is late. */
  readonly lateDays: number;
  readonly schedule: readonly ScheduleLine[];
  /** Month in which a school year begins, 1 to 12. */
  readonly schoolYearMonth: number;
  readonly earliest: readonly EarliestAge[];
  readonly limits: readonly AgeLimit[];
  readonly intervals: readonly DoseInterval[];
  readonly sets: readonly DoseSet[];
  readonly zeroDose: { readonly dose: string; readonly from: TimeSpan };
  /** Age below which somebody who is known here is followed from the beginning. */
  readonly newbornBelow: TimeSpan;
  /** Age from which nobody is asked for the doses of the schedule by age any more. */
  readonly recallBelow: TimeSpan;
  readonly tetanus: readonly (InForce & { readonly doses: readonly TetanusDose[] })[];
  readonly campaigns: readonly Campaign[];
  readonly products: readonly VaccineProduct[];
}

/** What holds where no table of immunisation was loaded: nothing. */
export const noImmunization: ImmunizationTables = {
  version: '',
  settings: {},
  lateDays: 0,
  schedule: [],
  schoolYearMonth: 7,
  earliest: [],
  limits: [],
  intervals: [],
  sets: [],
  zeroDose: { dose: '', from: {} },
  newbornBelow: {},
  recallBelow: {},
  tetanus: [],
  campaigns: [],
  products: [],
};

/** The line in force on a day. */
export function findInForce<T extends InForce>(lines: readonly T[], on: LocalDate): T | undefined {
  return lines.find(({ from, to }) => from <= on && on <= to);
}
