import type { ImmunizationTables } from '../insight/immunization/immunization-tables.ts';
import type { CodeList } from './conversions/code-list.ts';
import type { ElementTable, PlausibleRange, Whom } from './element-definition.ts';
import type { LifeStage, LocalDate, MaternalCondition, Sex } from './visit.ts';
import { toDaysBetween, toMonthsBetween } from './days.ts';

/** An age at which a stage begins or ends: days for the newborn, completed months for all others. */
export type StageAge = { readonly days: number } | { readonly months: number };

/** A stage of life by age and sex, from (included) up to, but not including, below; or by where a woman stands in a pregnancy. */
export type Stage = AgeStage | ConditionStage;

interface AnyStage {
  readonly is: LifeStage;
  readonly title: string;
  /** Klaster of ILP, where it is another than the group's. */
  readonly klaster?: string;
}

/** Where `from` is absent it begins at birth, where `below` is absent it lasts for life; a stage of one sex holds of nobody whose sex is not known. */
export interface AgeStage extends AnyStage {
  readonly from?: StageAge;
  readonly below?: StageAge;
  readonly sex?: Sex;
}

interface ConditionStage extends AnyStage {
  readonly during: MaternalCondition;
}

/** Ages in completed months at which a code is meant to be given. */
export interface CodeAges {
  readonly fromMonths: number;
  readonly belowMonths: number;
}

/** Limits of an element for some of the people of a group, by stage, sex and age. */
export interface RangeBand {
  readonly for: Whom;
  readonly range: Pick<PlausibleRange, 'soft' | 'hard'>;
}

/** What holds for an element within a group of stages. */
export interface ElementOverlay {
  readonly range?: PlausibleRange;
  /** The first that fits somebody goes over `range`. */
  readonly bands?: readonly RangeBand[];
  readonly ages?: Readonly<Record<string, CodeAges>>;
  /** What is said of a code given at another age than `ages` says; `di-luar-umur` where absent. */
  readonly issue?: 'di-luar-umur' | 'dosis-vitamin-a';
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
  /** All stages in the order in which they are asked: where several fit, the first holds. Those of a pregnancy stand before those of an age. */
  readonly stages: readonly Stage[];
  /** The stage that a category of the register of sasaran opens; every stage is a category of its own name. */
  readonly categories: ReadonlyMap<string, LifeStage>;
  readonly codeLists: ReadonlyMap<string, CodeList>;
  /** When which dose is due, and what makes it count. */
  readonly immunization: ImmunizationTables;
  /** Codes of all regencies and cities, four digits, against which a NIK is held; absent where the list is not loaded. */
  readonly regencies?: ReadonlySet<string>;
}

/** What decides the stage of life on a day. */
export interface StageFacts {
  readonly birthDate?: LocalDate | undefined;
  readonly sex?: Sex | undefined;
  readonly date: LocalDate;
  /** Where a woman stands in a pregnancy, from what the visit says or from her episode; it goes before her age. */
  readonly condition?: MaternalCondition | undefined;
}

/** Derives the life stage of a visit; `lain` where no stage of the programme fits or nothing decides it. */
export function toLifeStage({ stages }: Pick<Programme, 'stages'>, { birthDate, sex, date, condition }: StageFacts): LifeStage {
  const age = birthDate === undefined ? undefined : { days: toDaysBetween(birthDate, date), months: toMonthsBetween(birthDate, date), sex };
  const found = stages.find((stage) => {
    if ('during' in stage) return stage.during === condition;
    return age !== undefined && isWithin(stage, age);
  });
  return found?.is ?? 'lain';
}

/** True at the stage of life that begins with the birth: its visits tell of the birth itself. */
export function isNewborn(programme: Programme, { birthDate, date }: StageFacts): boolean {
  const stage = toLifeStage(programme, { birthDate, date });
  const all = [...programme.groups.values()].flatMap((group) => group.stages);
  return all.some((each) => each.is === stage && 'from' in each && 'days' in each.from && each.from.days === 0);
}

/** The group of stages to which a stage belongs; undefined for `lain`. */
export function toStageGroup(programme: Pick<Programme, 'groups'>, stage: LifeStage): StageGroup | undefined {
  return [...programme.groups.values()].find(({ stages }) => stages.some(({ is }) => is === stage));
}

/** The klaster of ILP to which visits at a stage belong; undefined for `lain`. */
export function toKlaster(programme: Programme, stage: LifeStage): string | undefined {
  return programme.stages.find(({ is }) => is === stage)?.klaster ?? toStageGroup(programme, stage)?.klaster;
}

/** Where a woman stands in a pregnancy who is enrolled as a category; undefined where the category says nothing of one. */
export function conditionOfCategory({ stages, categories }: Programme, category: string): MaternalCondition | undefined {
  const stage = stages.find(({ is }) => is === categories.get(category));
  return stage !== undefined && 'during' in stage ? stage.during : undefined;
}

interface AgeOnDay {
  readonly days: number;
  readonly months: number;
  readonly sex: Sex | undefined;
}

/** The categories of registers whose people stand there in a pregnancy. */
export function categoriesDuring(programme: Programme, condition: MaternalCondition): readonly string[] {
  return [...programme.categories.keys()].filter((category) => conditionOfCategory(programme, category) === condition);
}

function isWithin({ from, below, sex }: AgeStage, age: AgeOnDay): boolean {
  const isSex = sex === undefined || sex === age.sex;
  return isSex && (from === undefined || isReached(from, age)) && (below === undefined || !isReached(below, age));
}

function isReached(age: StageAge, { days, months }: AgeOnDay): boolean {
  return 'days' in age ? days >= age.days : months >= age.months;
}
