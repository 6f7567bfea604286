import type { Issue } from '../../fhir/issue.ts';
import { toIssue } from '../catalogue/issue-catalogue.ts';
import { toMonthsBetween } from '../days.ts';
import type { StageGroup } from '../programme.ts';
import type { Element, LocalDate } from '../visit.ts';

/** Warns of a code given too early for its age, which is an overdose for a red capsule; too late is only remarked. */
export function checkAges(
  elements: readonly Element[],
  birthDate: LocalDate | undefined,
  date: LocalDate,
  group: StageGroup | undefined,
): readonly Issue[] {
  if (birthDate === undefined || group === undefined) return [];
  const months = toMonthsBetween(birthDate, date);
  return elements.flatMap((element) => checkAge(element, months, group));
}

function checkAge({ key, value, cell }: Element, months: number, group: StageGroup): readonly Issue[] {
  if (value.kind !== 'coded') return [];
  const ages = group.elements.get(key)?.ages?.[value.code];
  if (ages === undefined || (months >= ages.fromMonths && months < ages.belowMonths)) return [];
  const detail = {
    id: `kapsul ${value.code} pada umur ${String(months)} bulan`,
    en: `capsule ${value.code} at the age of ${String(months)} months`,
  };
  return [toIssue({ code: 'dosis-vitamin-a', severity: months < ages.fromMonths ? 'warning' : 'information', detail }, cell)];
}
