import type { Issue } from '../../fhir/issue.ts';
import type { GrowthTables } from '../../insight/growth/parse-growth-tables.ts';
import type { GrowthScores } from '../../insight/growth/to-growth-scores.ts';
import { toGrowthScores } from '../../insight/growth/to-growth-scores.ts';
import { toIssue } from '../catalogue/issue-catalogue.ts';
import { toDaysBetween } from '../days.ts';
import type { Programme } from '../programme.ts';
import type { Element, LocalDate, PersonDraft } from '../visit.ts';
import { toImplausible } from './doubt-value.ts';

/** The elements that stay, and why others were refused. */
export interface GrowthCheck {
  readonly elements: readonly Element[];
  readonly issues: readonly Issue[];
}

/** Refuses measures beyond the WHO flag limit that their element names (D14). Nothing is refused where age or sex is unknown. */
export function checkGrowth(
  elements: readonly Element[],
  person: Pick<PersonDraft, 'birthDate' | 'sex'>,
  date: LocalDate,
  tables: { readonly programme: Programme; readonly growth: GrowthTables },
): GrowthCheck {
  const scores = scoreElements(elements, person, date, tables.growth);
  if (scores === null || scores.implausible.length === 0) return { elements, issues: [] };
  const issues: Issue[] = [];
  const kept = elements.filter(({ key, value, cell }) => {
    const definition = tables.programme.elements.elements.get(key);
    const flag = definition?.range?.growthFlag;
    if (definition === undefined || !scores.implausible.some((score) => score === flag)) return true;
    const written = value.kind === 'quantity' ? value.written : '';
    issues.push(toIssue(toImplausible(written, definition, {}), cell));
    return false;
  });
  if (issues.length > 0) return { elements: kept, issues };
  // Weight and length are each possible, but not together: neither is refused, both are to be measured again.
  const detail = {
    id: 'BB dan PB/TB masing-masing mungkin, tetapi tidak bersama',
    en: 'weight and length are each possible, but not together',
  };
  return { elements, issues: [toIssue({ code: 'D14', severity: 'warning', detail }, cellOf(elements))] };
}

/** Computes the WHO z-scores of a row's or a visit's measures, or null where the sex or the birth date is not known. */
export function scoreElements(
  elements: readonly Element[],
  { birthDate, sex }: Pick<PersonDraft, 'birthDate' | 'sex'>,
  date: LocalDate,
  tables: GrowthTables,
): GrowthScores | null {
  if (sex === undefined || birthDate === undefined) return null;
  const position = elements.find(({ key }) => key === 'cara-ukur')?.value;
  const code = position?.kind === 'coded' ? position.code : undefined;
  return toGrowthScores(
    {
      sex,
      ageDays: toDaysBetween(birthDate, date),
      weightG: intOf(elements, 'berat-badan'),
      lengthMm: intOf(elements, 'tinggi-badan'),
      position: code === 'telentang' || code === 'berdiri' ? code : undefined,
      headMm: intOf(elements, 'lingkar-kepala'),
      armMm: intOf(elements, 'lingkar-lengan-atas'),
    },
    tables,
  );
}

/** The measured value of an element in whole smallest units, if the visit has one; what waits for a confirmation does not count. */
export function intOf(elements: readonly Element[], key: string): number | undefined {
  const value = elements.find((element) => element.key === key && element.unconfirmed !== true)?.value;
  return value?.kind === 'quantity' ? value.int : undefined;
}

function cellOf(elements: readonly Element[]): string | undefined {
  return elements.find(({ key }) => key === 'berat-badan')?.cell;
}
