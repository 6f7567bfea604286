import type { Issue } from '../../fhir/issue.ts';
import type { Bilingual } from '../catalogue/catalogue-entry.ts';
import { toIssue } from '../catalogue/issue-catalogue.ts';
import { toMonthsBetween } from '../days.ts';
import type { ElementDefinition, ElementTable } from '../element-definition.ts';
import type { CodeAges, ElementOverlay, StageGroup } from '../programme.ts';
import type { Element, LocalDate } from '../visit.ts';

/** Warns of a code given before the age at which it is meant, which is an overdose for a red capsule; too late is only remarked. */
export function checkAges(
  elements: readonly Element[],
  birthDate: LocalDate | undefined,
  date: LocalDate,
  { group, table }: { readonly group: StageGroup | undefined; readonly table: ElementTable },
): readonly Issue[] {
  if (birthDate === undefined || group === undefined) return [];
  const months = toMonthsBetween(birthDate, date);
  return elements.flatMap((element) => checkAge(element, months, { overlay: group.elements.get(element.key), table }));
}

interface Known {
  readonly overlay: ElementOverlay | undefined;
  readonly table: ElementTable;
}

function checkAge({ key, value, cell }: Element, months: number, { overlay = {}, table }: Known): readonly Issue[] {
  if (value.kind !== 'coded') return [];
  const ages = overlay.ages?.[value.code];
  if (ages === undefined || isMeant(ages, months)) return [];
  const detail = toDetail(key, value.code, { months, element: table.elements.get(key) });
  const severity = months < ages.fromMonths ? 'warning' : 'information';
  return [toIssue({ code: overlay.issue ?? 'di-luar-umur', severity, detail }, cell)];
}

function isMeant({ fromMonths, belowMonths }: CodeAges, months: number): boolean {
  return months >= fromMonths && months < belowMonths;
}

/** What was given is quoted only where everybody may see it. */
function toDetail(
  key: string,
  code: string,
  { months, element }: { readonly months: number; readonly element: ElementDefinition | undefined },
): Bilingual {
  const came = element?.kerahasiaan === 'umum' ? ` ${code}` : '';
  return {
    id: `${element?.title ?? key}${came} pada umur ${String(months)} bulan`,
    en: `${key}${came} at the age of ${String(months)} months`,
  };
}
