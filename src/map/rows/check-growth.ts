import type { Issue } from '../../fhir/issue.ts';
import type { GrowthTables } from '../../insight/growth/parse-growth-tables.ts';
import type { GrowthScores, Position, ScoreKey } from '../../insight/growth/to-growth-scores.ts';
import { toGrowthScores } from '../../insight/growth/to-growth-scores.ts';
import { toIssue } from '../catalogue/issue-catalogue.ts';
import { toDaysBetween } from '../days.ts';
import { toGiven } from '../given.ts';
import { intOf } from '../int-of.ts';
import type { Programme } from '../programme.ts';
import type { Element, LocalDate, PersonDraft } from '../visit.ts';
import { toImplausible } from './doubt-value.ts';

/** The elements that stay, and why others were refused. */
export interface GrowthCheck {
  readonly elements: readonly Element[];
  readonly issues: readonly Issue[];
}

/**
 * Refuses measures beyond the WHO flag limit that their element names (D14). Nothing is refused where age or sex is unknown; what is too low
 * is kept with a warning where the same row says that the child was born that small, or that much too early.
 */
export function checkGrowth(
  elements: readonly Element[],
  person: Pick<PersonDraft, 'birthDate' | 'sex' | 'birth'>,
  date: LocalDate,
  tables: { readonly programme: Programme; readonly growth: GrowthTables },
): GrowthCheck {
  const scores = scoreElements(elements, person, date, { tables: tables.growth });
  if (scores === null || scores.implausible.length === 0) return { elements, issues: [] };
  const issues: Issue[] = [];
  const explained = findExplained(elements, { ...person, date }, scores, tables.growth);
  const kept = elements.filter(({ key, value, cell }) => {
    const definition = tables.programme.elements.elements.get(key);
    const flag = scores.implausible.find((score) => score === definition?.range?.growthFlag);
    if (definition === undefined || flag === undefined) return true;
    if (explained.has(flag)) return issues.push(toIssue(bornSmall, cell)) > 0;
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

const bornSmall = {
  code: 'D14',
  severity: 'warning',
  detail: {
    id: 'jauh di bawah umurnya, sesuai dengan bayi yang lahir sangat kecil atau sangat dini pada baris yang sama; dipakai',
    en: 'far below its age, as fits the very small or very early birth told in the same row; it is used',
  },
} as const;

type Born = Pick<PersonDraft, 'birthDate' | 'sex' | 'birth'> & { readonly date: LocalDate };

/** The scores that are too low for the age since birth, where what the row says of the birth makes them possible. */
function findExplained(elements: readonly Element[], born: Born, scores: GrowthScores, tables: GrowthTables): ReadonlySet<ScoreKey> {
  const low = scores.implausible.filter((key) => (scores[key] ?? 0) < 0);
  if (low.length === 0) return new Set();
  return new Set(isBornTiny(born, tables) ? low : low.filter((key) => isBornEarly(key, elements, born, tables)));
}

/** True where the birth weight itself lies below what WHO calls plausible at birth: no child born at term weighs that little. */
function isBornTiny({ sex, birth }: Born, tables: GrowthTables): boolean {
  if (sex === undefined || birth?.weightG === undefined) return false;
  return toGrowthScores({ sex, ageDays: 0, weightG: birth.weightG }, tables).implausible.length > 0;
}

// WHO: preterm is before 37 completed weeks. Pregnancy lasts 40; by what lacked of them a child is that much younger than its birth date says.
const pretermBelowWeeks = 37;
const termWeeks = 40;

/** True where the measure is possible at the age since the day on which the child should have been born, or that day has not come. */
function isBornEarly(key: ScoreKey, elements: readonly Element[], { birthDate, sex, date }: Born, tables: GrowthTables): boolean {
  const weeks = intOf(elements, 'umur-kehamilan-lahir');
  if (weeks === undefined || weeks >= pretermBelowWeeks || birthDate === undefined) return false;
  const ageDays = toDaysBetween(birthDate, date) - (termWeeks - weeks) * 7;
  return scoreElements(elements, { birthDate, ...toGiven({ sex }) }, date, { tables, ageDays })?.implausible.includes(key) === false;
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

/** How a child was measured, where somebody wrote it. */
export function positionOf(elements: readonly Element[]): Position | undefined {
  const value = elements.find(({ key }) => key === 'cara-ukur')?.value;
  const code = value?.kind === 'coded' ? value.code : undefined;
  return code === 'telentang' || code === 'berdiri' ? code : undefined;
}

function cellOf(elements: readonly Element[]): string | undefined {
  return elements.find(({ key }) => key === 'berat-badan')?.cell;
}
