import type { DoseInterval } from '../insight/immunization/find-short-interval.ts';
import type { CodeList } from './conversions/code-list.ts';
import type { ElementTable, PlausibleRange } from './element-definition.ts';
import type { LifeStage, LocalDate, MaternalCondition } from './visit.ts';
import { toDaysBetween, toMonthsBetween } from './days.ts';

/** An age at which a stage begins or ends: days for the newborn, completed months for all others. */
export type StageAge = { readonly days: number } | { readonly months: number };

/** A stage of life by age, from (included) up to, but not including, below; or by where a woman stands in a pregnancy. */
export type Stage = AgeStage | ConditionStage;

interface AgeStage {
  readonly is: LifeStage;
  readonly title: string;
  readonly from: StageAge;
  readonly below: StageAge;
}

interface ConditionStage {
  readonly is: LifeStage;
  readonly title: string;
  readonly during: MaternalCondition;
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
  /** Klaster of ILP to which visits at these stages belong. */
  readonly klaster: string;
  /** Below this age whoever is at one of these stages is a secret: a pregnancy under 18 (field rule 6). In completed months. */
  readonly secretBelowMonths?: number;
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
  /** Least time between the doses of a series. */
  readonly intervals: readonly DoseInterval[];
  /** Codes of all regencies and cities, four digits, against which a NIK is held; absent where the list is not loaded. */
  readonly regencies?: ReadonlySet<string>;
}

/** What decides the stage of life on a day. */
export interface StageFacts {
  readonly birthDate?: LocalDate | undefined;
  readonly date: LocalDate;
  /** Where a woman stands in a pregnancy, from what the visit says or from her episode; it goes before her age. */
  readonly condition?: MaternalCondition | undefined;
}

/** Derives the life stage of a visit; `lain` where no stage of the programme fits or nothing decides it. */
export function toLifeStage(programme: Programme, { birthDate, date, condition }: StageFacts): LifeStage {
  const stages = [...programme.groups.values()].flatMap((group) => group.stages);
  const byCondition = stages.find((stage) => 'during' in stage && stage.during === condition);
  if (byCondition !== undefined) return byCondition.is;
  if (birthDate === undefined) return 'lain';
  const days = toDaysBetween(birthDate, date);
  const months = toMonthsBetween(birthDate, date);
  const byAge = stages.find((stage) => 'from' in stage && isReached(stage.from, days, months) && !isReached(stage.below, days, months));
  return byAge?.is ?? 'lain';
}

/** The group of stages to which a stage belongs; undefined for `lain`. */
export function toStageGroup(programme: Programme, stage: LifeStage): StageGroup | undefined {
  return [...programme.groups.values()].find(({ stages }) => stages.some(({ is }) => is === stage));
}

function isReached(age: StageAge, days: number, months: number): boolean {
  return 'days' in age ? days >= age.days : months >= age.months;
}
