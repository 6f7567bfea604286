import { toDaysBetween } from '../days.ts';
import type { LocalDate, MaternalCondition, PersonDraft } from '../visit.ts';
import type { RowFact } from './row-facts.ts';
import { codeOf, dateOf } from './row-facts.ts';

/** Length of childbed: KF4 ends on day 42 after delivery (Juknis ILP, KF1-KF4). */
export const childbedDays = 42;

/** No pregnancy lasts longer: the hard limit of HPHT and gestational age is 45 weeks (D28). */
export const longestPregnancyDays = 45 * 7;

/**
 * Where a woman stands in a pregnancy by what one row says: a delivery that is known goes before weeks or an HPHT, and those before
 * the word of the form, which may be last month's; what its source says of all its rows comes last, and not where she was asked. Nothing is said of a man.
 */
export function readCondition(
  facts: readonly RowFact[],
  { sex }: Pick<PersonDraft, 'sex'>,
  date: LocalDate,
  ofAll?: MaternalCondition,
): MaternalCondition | undefined {
  if (sex === 'L') return undefined;
  const delivered = dateOf(facts, 'tanggal-persalinan');
  if (delivered !== undefined && delivered <= date) return toAfterDelivery(toDaysBetween(delivered, date));
  if (isPregnant(facts, date)) return 'hamil';
  const word = codeOf(facts, 'visit.condition') ?? codeOf(facts, 'status-hamil');
  return word === 'tidak-hamil' ? undefined : (conditions.find((each) => each === word) ?? ofAll);
}

const conditions: readonly MaternalCondition[] = ['hamil', 'bersalin', 'nifas'];

/** Weeks were written down, or an HPHT that a pregnancy of today can have. */
function isPregnant(facts: readonly RowFact[], date: LocalDate): boolean {
  const began = dateOf(facts, 'hpht');
  const isWithin = began !== undefined && began <= date && toDaysBetween(began, date) <= longestPregnancyDays;
  return isWithin || facts.some(({ is }) => is === 'umur-kehamilan');
}

function toAfterDelivery(days: number): MaternalCondition | undefined {
  if (days === 0) return 'bersalin';
  return days <= childbedDays ? 'nifas' : undefined;
}
