import type { Issue } from '../../fhir/issue.ts';
import type { GrowthTables } from '../../insight/growth/parse-growth-tables.ts';
import type { GrowthScores, Position } from '../../insight/growth/to-growth-scores.ts';
import { toGrowthScores } from '../../insight/growth/to-growth-scores.ts';
import { toIssue } from '../catalogue/issue-catalogue.ts';
import { toDaysBetween } from '../days.ts';
import { intOf } from '../int-of.ts';
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
  const scores = scoreElements(elements, person, date, { tables: tables.growth });
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

/** What a row does not say of itself: the age to score by where it is not that since birth, and water in both feet. */
export interface ScoredBy {
  readonly tables: GrowthTables;
  readonly ageDays?: number;
  readonly oedema?: boolean;
}

/** Computes the WHO z-scores of a row's or a visit's measures, or null where the sex or the birth date is not known. */
export function scoreElements(
  elements: readonly Element[],
  { birthDate, sex }: Pick<PersonDraft, 'birthDate' | 'sex'>,
  date: LocalDate,
  { tables, ageDays, oedema }: ScoredBy,
): GrowthScores | null {
  if (sex === undefined || birthDate === undefined) return null;
  return toGrowthScores(
    {
      sex,
      ageDays: ageDays ?? toDaysBetween(birthDate, date),
      weightG: intOf(elements, 'berat-badan'),
      lengthMm: intOf(elements, 'tinggi-badan'),
      position: positionOf(elements),
      headMm: intOf(elements, 'lingkar-kepala'),
      armMm: intOf(elements, 'lingkar-lengan-atas'),
      oedema,
    },
    tables,
  );
}

function positionOf(elements: readonly Element[]): Position | undefined {
  const value = elements.find(({ key }) => key === 'cara-ukur')?.value;
  const code = value?.kind === 'coded' ? value.code : undefined;
  return code === 'telentang' || code === 'berdiri' ? code : undefined;
}

function cellOf(elements: readonly Element[]): string | undefined {
  return elements.find(({ key }) => key === 'berat-badan')?.cell;
}
