import type { Issue } from '../../fhir/issue.ts';
import { compareReported } from '../../insight/growth/compare-reported.ts';
import type { GrowthTables } from '../../insight/growth/parse-growth-tables.ts';
import type { GrowthThresholds } from '../../insight/growth/growth-thresholds-schema.ts';
import { toArmClass, toGrowthClasses } from '../../insight/growth/to-growth-classes.ts';
import { toGrowthAge } from '../../insight/growth/to-growth-age.ts';
import { scoreKeys, type GrowthScores } from '../../insight/growth/to-growth-scores.ts';
import type { Weighing, WeighingInput } from '../../insight/growth/to-weight-status.ts';
import { toWeightStatus } from '../../insight/growth/to-weight-status.ts';
import { toIssue } from '../catalogue/issue-catalogue.ts';
import { daysOfMonth, toDaysBetween, toMonthsBetween } from '../days.ts';
import { toGiven } from '../given.ts';
import { findCounted, intOf } from '../int-of.ts';
import { scoreElements } from '../rows/check-growth.ts';
import type { Element, PersonDraft, Reported, VisitDraft } from '../visit.ts';

/** A quantity as it is shown, in the unit of the form. */
export interface ShownQuantity {
  readonly value: number;
  readonly unit: string;
}

/** What we compute of a visit, keyed as the vocabulary; only what can be computed stands there. */
export type Computed = Readonly<Record<string, string | number | boolean | readonly string[] | ShownQuantity>>;

/** What growth is judged by: WHO tables, bands, and what other visits say of the person. */
export interface GrowthSetting {
  readonly growth: GrowthTables;
  readonly thresholds: GrowthThresholds;
  readonly weighings: readonly Weighing[];
  /** True when every weighing of the child is known, so that the first one is the first ever (B). */
  readonly complete?: boolean | undefined;
  /** Weeks of pregnancy at birth, where another visit says them. */
  readonly gestationWeeks?: number | undefined;
}

type Measured = Pick<VisitDraft, 'date' | 'elements'>;
type Owner = Pick<PersonDraft, 'birthDate' | 'sex'>;

/** Computes age, WHO z-scores, their classes and the judgement of the weighing. No class is a diagnosis. */
export function computeGrowth(visit: Measured, person: Owner, setting: GrowthSetting): Computed {
  const { birthDate, sex } = person;
  if (birthDate === undefined) return {};
  const age = { umur: toAgeText(birthDate, visit.date), 'umur-hari': toDaysBetween(birthDate, visit.date) };
  if (sex === undefined) return age;
  return withoutNulls({ ...age, ...toScored(visit, { birthDate, sex }, setting), ...toWeighed(visit, { birthDate, sex }, setting) });
}

type Values = Readonly<Record<string, Computed[string] | null>>;

/** The z-scores of a visit's measures, with the age they were read at. */
export interface ScoredVisit {
  readonly scores: GrowthScores;
  readonly ageDays: number;
  /** True where the weeks missing to term were taken off the age. */
  readonly corrected: boolean;
  readonly oedema: boolean;
}

/** Computes the z-scores of a visit, or null where birth date or sex is not known. */
export function scoreVisit(
  visit: Measured,
  { birthDate, sex }: Owner,
  { growth, thresholds, gestationWeeks: told }: Pick<GrowthSetting, 'growth' | 'thresholds' | 'gestationWeeks'>,
): ScoredVisit | null {
  if (birthDate === undefined) return null;
  const gestationWeeks = told ?? intOf(visit.elements, thresholds['corrected-age'].element);
  const age = toGrowthAge({ birthDate, date: visit.date, gestationWeeks }, thresholds['corrected-age']);
  const oedema = hasOedema(visit.elements, thresholds.oedema.element);
  const by = { tables: growth, ageDays: age.days, oedema };
  const scores = scoreElements(visit.elements, { birthDate, ...toGiven({ sex }) }, visit.date, by);
  return scores === null ? null : { scores, ageDays: age.days, corrected: age.corrected, oedema };
}

function toScored(visit: Measured, person: Owner & { readonly birthDate: string }, setting: GrowthSetting): Values {
  const { thresholds } = setting;
  const scored = scoreVisit(visit, person, setting);
  if (scored === null) return {};
  const { scores, oedema } = scored;
  const cleaned = scores['tinggi-badan-terkoreksi'];
  // Months since birth: who is offered the tape, and who counts as an under-five, does not hang on the weeks of pregnancy.
  const months = toMonthsBetween(person.birthDate, visit.date);
  const { months: span, is } = thresholds.oedema;
  return {
    'umur-koreksi-hari': scored.corrected ? scored.ageDays : null,
    ...Object.fromEntries(scoreKeys.map((key) => [key, scores[key]])),
    ...toGrowthClasses(scores, thresholds),
    ...(oedema && months >= span.from && months < span.below && { 'status-bb-tb': is }),
    'status-lila-balita': toArmClass(intOf(visit.elements, 'lingkar-lengan-atas'), months, thresholds.arm),
    'tinggi-badan-terkoreksi': cleaned === null ? null : { value: cleaned / 10, unit: 'cm' },
  };
}

function toWeighed(visit: Measured, person: Pick<WeighingInput, 'birthDate' | 'sex'>, setting: GrowthSetting): Values {
  const weightG = intOf(visit.elements, 'berat-badan');
  if (weightG === undefined) return {};
  const weighing = { date: visit.date, weightG };
  const history = { earlier: setting.weighings, historyComplete: setting.complete };
  const weight = toWeightStatus({ ...person, weighing, ...history }, setting.thresholds.weighing);
  return {
    'status-bb': weight['status-bb'],
    'kenaikan-bb': weight['kenaikan-bb'] === null ? null : { value: weight['kenaikan-bb'], unit: 'g' },
    kbm: weight.kbm === null ? null : { value: weight.kbm, unit: 'g' },
  };
}

/** Both feet swollen: a tick, or any degree but `tidak`. */
function hasOedema(elements: readonly Element[], key: string): boolean {
  const value = findCounted(elements, key)?.value;
  return value?.kind === 'boolean' ? value.boolean : value?.kind === 'coded' && value.code !== 'tidak';
}

/**
 * Says where a sender's own statuses differ from ours (D27): another class is a warning, another score a remark. What rests on an age that we
 * corrected for birth before term is not compared: senders score by the age since birth.
 */
export function judgeReported(reported: Reported, computed: Computed): readonly Issue[] {
  const comparable = computed['umur-koreksi-hari'] === undefined ? reported : withoutAges(reported);
  if (Object.keys(comparable).length === 0) return [];
  const { classes, scores } = compareReported(comparable, toStated(computed));
  if (classes.length > 0) return [toDifference('warning', classes)];
  return scores.length > 0 ? [toDifference('information', scores)] : [];
}

/** Keys of what is scored for an age end in `-u` (umur). */
function withoutAges(reported: Reported): Reported {
  return Object.fromEntries(Object.entries(reported).filter(([key]) => !key.endsWith('-u')));
}

function toDifference(severity: 'warning' | 'information', keys: readonly string[]): Issue {
  const list = keys.join(', ');
  return toIssue({ code: 'D27', severity, detail: { id: list, en: list } });
}

function toStated(computed: Computed): Reported {
  return Object.fromEntries(
    Object.entries(computed).filter(
      (entry): entry is [string, string | number] => typeof entry[1] === 'string' || typeof entry[1] === 'number',
    ),
  );
}

function withoutNulls(values: Values): Computed {
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
