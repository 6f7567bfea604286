import type { LocalDate } from '../../map/visit.ts';
import type { Dose } from './find-short-interval.ts';
import { byDate } from './find-short-interval.ts';
import type { ImmunizationTables, TetanusDose } from './immunization-tables.ts';
import { findInForce } from './immunization-tables.ts';
import { addSpan } from './time-span.ts';

/** Where a woman stands with tetanus by her dated doses. */
export interface TetanusLevel<T extends Dose = Dose> {
  /** 1 to 5; 0 where no dated dose is known. */
  readonly level: number;
  /** The last dose that counts. */
  readonly last?: T;
  /** The last day of protection; absent where the T protects for no stated time. */
  readonly protectedTo?: LocalDate;
  /** Doses that came too soon after the one before: given, not counted. */
  readonly early: readonly T[];
}

/**
 * Counts dated tetanus doses. The first one known is taken for what it is called, since what came before it stands on a card; each further
 * one raises the T by one when the time after the last that counted has passed, and to what it is called when the time of that T has. Forms
 * that begin again with each pregnancy (T1, T2, T1) are counted on.
 */
export function judgeTetanus<T extends Dose>(dated: readonly T[], tetanus: ImmunizationTables['tetanus']): TetanusLevel<T> {
  let level = 0;
  let last: T | undefined;
  const early: T[] = [];
  for (const dose of [...dated].sort(byDate)) {
    const rules = findInForce(tetanus, dose.date)?.doses ?? [];
    const next = last === undefined ? toNumber(dose, rules) : toNext(dose, { level, last, rules });
    if (next === undefined) early.push(dose);
    else [level, last] = [next, dose];
  }
  return { level, early, ...(last === undefined ? {} : { last, ...toProtection(level, last, tetanus) }) };
}

/** The dose that raises a T by one, and the first day on which it may. */
export function findNextTetanus(
  { level, last }: Pick<TetanusLevel, 'level' | 'last'>,
  on: LocalDate,
  tetanus: ImmunizationTables['tetanus'],
): { readonly of: string; readonly from?: LocalDate } | undefined {
  const next = findInForce(tetanus, on)?.doses[level];
  if (next === undefined) return undefined;
  return last === undefined ? { of: next.of } : { of: next.of, from: addSpan(last.date, next.after ?? {}) };
}

interface Before {
  readonly level: number;
  readonly last: Dose;
  readonly rules: readonly TetanusDose[];
}

function toNext(dose: Dose, { level, last, rules }: Before): number | undefined {
  const isInTime = (to: number): boolean => dose.date >= addSpan(last.date, rules[to - 1]?.after ?? {}) && dose.date > last.date;
  const called = toNumber(dose, rules);
  const next = Math.min(level + 1, rules.length);
  if (called > next && isInTime(called)) return called;
  return isInTime(next) ? next : undefined;
}

function toNumber({ code }: Dose, rules: readonly TetanusDose[]): number {
  return Math.max(1, rules.findIndex(({ of }) => of === code) + 1);
}

function toProtection(level: number, last: Dose, tetanus: ImmunizationTables['tetanus']): { readonly protectedTo?: LocalDate } {
  const protects = findInForce(tetanus, last.date)?.doses[level - 1]?.protects;
  return protects === undefined ? {} : { protectedTo: addSpan(last.date, protects) };
}
