import { toMonthsBetween } from '../../map/days.ts';
import type { Whom } from '../../map/element-definition.ts';
import type { Person, Sex } from '../../map/visit.ts';
import type { HistoryVisit } from '../history.ts';

/** Who a person is on the day of a visit, as far as bands and rules ask. */
export interface PersonOnDay {
  readonly stage: string;
  readonly sex?: Sex | undefined;
  /** Completed months of age. */
  readonly months?: number | undefined;
  readonly trimester?: number | undefined;
}

/** Tells who the person is on the day of a visit; the trimester is for those to add who know the pregnancy. */
export function toPersonOnDay(
  { birthDate, sex }: Pick<Person, 'birthDate' | 'sex'>,
  { date, lifeStage }: Pick<HistoryVisit, 'date' | 'lifeStage'>,
): PersonOnDay {
  return { stage: lifeStage, sex, months: birthDate === undefined ? undefined : toMonthsBetween(birthDate, date) };
}

/** Whom a line is meant for; bands and rules of pregnancy ask for the trimester as well. */
type Line = Whom & { readonly trimester?: readonly number[] };

/** True where a line is meant for that person. What is not known of a person fits no line that asks for it. */
export function fitsPerson(line: Line, { stage, sex, months, trimester }: PersonOnDay): boolean {
  const isStage = line.stages?.includes(stage) !== false && line.notStages?.includes(stage) !== true;
  const isSex = line.sex === undefined || line.sex === sex;
  return isStage && isSex && isWithin(line.months, months) && isDuring(line.trimester, trimester);
}

function isWithin(line: Line['months'], months: number | undefined): boolean {
  if (line === undefined) return true;
  return months !== undefined && months >= (line.from ?? -Infinity) && months < (line.below ?? Infinity);
}

function isDuring(line: Line['trimester'], trimester: number | undefined): boolean {
  return line === undefined || (trimester !== undefined && line.includes(trimester));
}
