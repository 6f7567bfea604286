import { toDaysBetween, toMonthsBetween } from '../../map/days.ts';
import type { LocalDate } from '../../map/visit.ts';
import type { CorrectedAgeRules } from './growth-thresholds-schema.ts';

/** What decides by which age a child is scored. */
export interface AgeFacts {
  readonly birthDate: LocalDate;
  readonly date: LocalDate;
  /** Completed weeks of pregnancy at birth, where known. */
  readonly gestationWeeks?: number | undefined;
}

/** The age in days by which a child is scored; negative before the day on which it should have been born. */
export interface GrowthAge {
  readonly days: number;
  /** True where the weeks missing to term were taken off. */
  readonly corrected: boolean;
}

const daysOfWeek = 7;

/** Gives the age by which growth is scored: corrected for birth before term where the setting says so, since birth otherwise. */
export function toGrowthAge({ birthDate, date, gestationWeeks }: AgeFacts, rules: CorrectedAgeRules): GrowthAge {
  const days = toDaysBetween(birthDate, date);
  const isCorrected =
    rules.use === 'umur-koreksi' &&
    gestationWeeks !== undefined &&
    gestationWeeks < rules.bornBelowWeeks &&
    toMonthsBetween(birthDate, date) < rules.untilMonths;
  return isCorrected ? { days: days - (rules.termWeeks - gestationWeeks) * daysOfWeek, corrected: true } : { days, corrected: false };
}

/** True for a child light at birth of whom nobody knows the weeks of pregnancy: its scores are to be read with care (TAFSIR-HATI-HATI). */
export function isReadWithCare(facts: AgeFacts & { readonly birthWeightG?: number | undefined }, rules: CorrectedAgeRules): boolean {
  const { birthWeightG, gestationWeeks, birthDate, date } = facts;
  if (birthWeightG === undefined || gestationWeeks !== undefined) return false;
  return birthWeightG < rules.caution.birthWeightBelowG && toMonthsBetween(birthDate, date) < rules.caution.belowMonths;
}
