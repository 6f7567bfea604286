import type { Issue } from '../../fhir/issue.ts';
import { compareReported } from '../../insight/growth/compare-reported.ts';
import type { GrowthTables } from '../../insight/growth/parse-growth-tables.ts';
import type { GrowthThresholds } from '../../insight/growth/parse-growth-thresholds.ts';
import { toGrowthClasses } from '../../insight/growth/to-growth-classes.ts';
import { scoreKeys } from '../../insight/growth/to-growth-scores.ts';
import type { Weighing } from '../../insight/growth/to-weight-status.ts';
import { toWeightStatus } from '../../insight/growth/to-weight-status.ts';
import { toIssue } from '../catalogue/issue-catalogue.ts';
import { daysOfMonth, toDaysBetween, toMonthsBetween } from '../days.ts';
import { intOf, scoreElements } from '../rows/check-growth.ts';
import type { PersonDraft, Reported, VisitDraft } from '../visit.ts';

/** A quantity as it is shown, in the unit of the form. */
export interface ShownQuantity {
  readonly value: number;
  readonly unit: string;
}

/** What we compute of a visit, keyed as the vocabulary; only what can be computed stands there. */
export type Computed = Readonly<Record<string, string | number | ShownQuantity>>;

/** What growth is judged by: WHO tables, bands, and the person's other weighings. */
export interface GrowthSetting {
  readonly growth: GrowthTables;
  readonly thresholds: GrowthThresholds;
  readonly weighings: readonly Weighing[];
}

/** Computes age, WHO z-scores, their classes and the judgement of the weighing. No class is a diagnosis. */
export function computeGrowth(visit: VisitDraft, person: PersonDraft, setting: GrowthSetting): Computed {
  const { birthDate, sex } = person;
  const scores = scoreElements(visit.elements, person, visit.date, setting.growth);
  if (birthDate === undefined) return {};
  const age = { umur: toAgeText(birthDate, visit.date), 'umur-hari': toDaysBetween(birthDate, visit.date) };
  if (scores === null || sex === undefined) return age;
  const corrected = scores['tinggi-badan-terkoreksi'];
  const weightG = intOf(visit.elements, 'berat-badan');
  const weight =
    weightG === undefined
      ? { 'status-bb': null, 'kenaikan-bb': null, kbm: null }
      : toWeightStatus(
          { sex, birthDate, weighing: { date: visit.date, weightG }, earlier: setting.weighings },
          setting.thresholds.weighing,
        );
  return withoutNulls({
    ...age,
    ...Object.fromEntries(scoreKeys.map((key) => [key, scores[key]])),
    ...toGrowthClasses(scores, setting.thresholds),
    'tinggi-badan-terkoreksi': corrected === null ? null : { value: corrected / 10, unit: 'cm' },
    'status-bb': weight['status-bb'],
    'kenaikan-bb': weight['kenaikan-bb'] === null ? null : { value: weight['kenaikan-bb'], unit: 'g' },
    kbm: weight.kbm === null ? null : { value: weight.kbm, unit: 'g' },
  });
}

/** Says where a sender's own statuses differ from ours (D27): another class is a warning, another score a remark. */
export function judgeReported(reported: Reported, computed: Computed): readonly Issue[] {
  if (Object.keys(reported).length === 0) return [];
  const { classes, scores } = compareReported(reported, toStated(computed));
  if (classes.length > 0) return [toDifference('warning', classes)];
  return scores.length > 0 ? [toDifference('information', scores)] : [];
}

function toDifference(severity: 'warning' | 'information', keys: readonly string[]): Issue {
  const list = keys.join(', ');
  return toIssue({ code: 'D27', severity, detail: { id: list, en: list } });
}

function toStated(computed: Computed): Reported {
  return Object.fromEntries(Object.entries(computed).filter((entry): entry is [string, string | number] => typeof entry[1] !== 'object'));
}

function withoutNulls(values: Readonly<Record<string, Computed[string] | null>>): Computed {
  return Object.fromEntries(Object.entries(values).filter((entry): entry is [string, Computed[string]] => entry[1] !== null));
}

/** `2 th 2 bl 25 hr`, counted as birthdays are. */
function toAgeText(birthDate: string, date: string): string {
  const months = toMonthsBetween(birthDate, date);
  const day = Number(date.slice(8)) - Number(birthDate.slice(8));
  const days = day >= 0 ? day : day + daysBefore(date);
  return `${String(Math.floor(months / 12))} th ${String(months % 12)} bl ${String(days)} hr`;
}

/** Days of the month before a date's own. */
function daysBefore(date: string): number {
  const month = Number(date.slice(5, 7));
  return daysOfMonth(Number(date.slice(0, 4)) - (month === 1 ? 1 : 0), month === 1 ? 12 : month - 1);
}
