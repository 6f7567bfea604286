import type { CellFact } from '../source.ts';
import type { CodeList } from './code-list.ts';
import { findCode } from './code-list.ts';
import { bloodGroupTargets, readBloodGroup } from './read-blood-group.ts';
import { pressureTargets, readBloodPressure } from './read-blood-pressure.ts';
import { diagnosisTargets, readDiagnosis } from './read-diagnosis.ts';
import { parityTargets, readParity } from './read-parity.ts';
import type { Reading, ReadingDay } from './reading.ts';

/** The code lists a conversion may ask, those of the source before those of the programme. */
export type AskLists = (key: string) => CodeList | undefined;

/** A conversion whose cell may say several things; it knows itself what it can fill. */
export interface FactConversion {
  readonly targets: readonly string[];
  readonly convert: (lists: AskLists) => (text: string, day: ReadingDay) => Reading<readonly CellFact[]>;
}

/** The closed list of conversions that give several facts: `{ convert: blood-pressure }` needs no `is`. */
export const factConversions: ReadonlyMap<string, FactConversion> = new Map<string, FactConversion>([
  ['blood-pressure', { targets: pressureTargets, convert: () => readBloodPressure }],
  ['gpa', { targets: parityTargets, convert: () => readParity }],
  ['blood-group', { targets: bloodGroupTargets, convert: () => readBloodGroup }],
  ['diagnosis', { targets: diagnosisTargets, convert: toDiagnosisReader }],
]);

function toDiagnosisReader(lists: AskLists): (text: string) => Reading<readonly CellFact[]> {
  const known = lists('diagnosis-ibu-anak');
  return (text) => readDiagnosis(text, (words) => (known === undefined ? undefined : findCode(known, words)));
}
