import type { Programme, StageGroup } from '../programme.ts';
import type { LocalDate, MaternalCondition } from '../visit.ts';
import { doubtPregnancy } from './doubt-pregnancy.ts';
import type { ReadElements } from './read-elements.ts';
import { readElements } from './read-elements.ts';
import { refuseSwapped } from './refuse-swapped.ts';
import type { RowFact } from './row-facts.ts';

/** On which day, and among which stages of life, a row speaks. */
export interface ReadOn {
  readonly date: LocalDate;
  readonly programme: Programme;
  readonly group: StageGroup | undefined;
  /** Where every woman of the form stands in a pregnancy, where it says so. */
  readonly ofAll?: MaternalCondition | undefined;
}

/** Turns facts into elements, without those that cannot stand beside each other or on their day. */
export function readSoundElements(facts: readonly RowFact[], { date, programme, group, ofAll }: ReadOn): ReadElements {
  const swapped = refuseSwapped(facts, programme, group);
  const pregnancy = doubtPregnancy(swapped.facts, date, ofAll);
  const read = readElements(pregnancy.facts, programme, group);
  return { ...read, issues: [...swapped.issues, ...pregnancy.issues, ...read.issues] };
}
