import type { CodeList } from './conversions/code-list.ts';
import type { ElementTable, PlausibleRange } from './element-definition.ts';
import type { LifeStage, LocalDate } from './visit.ts';
import { toDaysBetween, toMonthsBetween } from './days.ts';

/** An age at which a stage begins or ends: days for the newborn, completed months for all others. */
export type StageAge = { readonly days: number } | { readonly months: number };

/** A stage of life by age: from (included) up to, but not including, below. */
export interface Stage {
  readonly is: LifeStage;
  readonly title: string;
  readonly from: StageAge;
  readonly below: StageAge;
}

/** Ages in completed months at which a code is meant to be given. */
export interface CodeAges {
  readonly fromMonths: number;
  readonly belowMonths: number;
}

/** What holds for an element within a group of stages. */
export interface ElementOverlay {
  readonly range?: PlausibleRange;
  readonly ages?: Readonly<Record<string, CodeAges>>;
}

/** How much older than her child a woman is taken for its mother, in completed months, and up to which age of the child that is asked. */
export interface MotherAges {
  readonly youngestMonths: number;
  readonly oldestMonths: number;
  readonly childBelowMonths: number;
}

/** A group of life stages, such as bayi-balita, with the elements that apply there. */
export interface StageGroup {
  readonly group: string;
  readonly stages: readonly Stage[];
  readonly elements: ReadonlyMap<string, ElementOverlay>;
  /** Without it no NIK of another woman in a child's row is taken for the mother's. */
  readonly mothers?: MotherAges;
}

/** The programme as data: elements, stages and code lists, checked and frozen, under one version. */
export interface Programme {
  readonly version: string;
  readonly elements: ElementTable;
  readonly groups: ReadonlyMap<string, StageGroup>;
  readonly codeLists: ReadonlyMap<string, CodeList>;
}

/** Derives the life stage of a visit from birth date and date; `lain` where no stage of the programme fits or the birth date is unknown. */
export function toLifeStage(programme: Programme, birthDate: LocalDate | undefined, date: LocalDate): LifeStage {
  if (birthDate === undefined) return 'lain';
  const days = toDaysBetween(birthDate, date);
  const months = toMonthsBetween(birthDate, date);
  for (const group of programme.groups.values()) {
    const stage = group.stages.find(({ from, below }) => isReached(from, days, months) && !isReached(below, days, months));
    if (stage !== undefined) return stage.is;
  }
  return 'lain';
}

/** The group of stages to which a stage belongs; undefined for `lain`. */
export function toStageGroup(programme: Programme, stage: LifeStage): StageGroup | undefined {
  return [...programme.groups.values()].find(({ stages }) => stages.some(({ is }) => is === stage));
}

function isReached(age: StageAge, days: number, months: number): boolean {
  return 'days' in age ? days >= age.days : months >= age.months;
}
