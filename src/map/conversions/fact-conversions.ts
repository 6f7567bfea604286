import type { CellFact } from '../source.ts';
import type { ColumnFacts } from './conversion.ts';
import { bloodGroupTargets, readBloodGroup } from './read-blood-group.ts';
import { pressureTargets, readBloodPressure } from './read-blood-pressure.ts';
import { readDiagnosis } from './read-diagnosis.ts';
import { parityTargets, readParity } from './read-parity.ts';
import type { Reading, ReadingDay } from './reading.ts';

/** A conversion whose cell may say several things; it knows itself what it can fill. */
export interface FactConversion {
  /** What it fills in a column that says no `is`; `is` stands for the column's own target where it names one. */
  readonly targets: readonly string[];
  readonly convert: (column: Pick<ColumnFacts, 'is'>) => (text: string, day: ReadingDay) => Reading<readonly CellFact[]>;
}

/** The closed list of conversions that give several facts: `{ convert: blood-pressure }` needs no `is`. */
export const factConversions: ReadonlyMap<string, FactConversion> = new Map<string, FactConversion>([
  ['blood-pressure', { targets: pressureTargets, convert: () => readBloodPressure }],
  ['gpa', { targets: parityTargets, convert: () => readParity }],
  ['blood-group', { targets: bloodGroupTargets, convert: () => readBloodGroup }],
  ['diagnosis', { targets: ['diagnosis'], convert: toDiagnosisReader }],
]);

function toDiagnosisReader({ is }: Pick<ColumnFacts, 'is'>): (text: string) => Reading<readonly CellFact[]> {
  return (text) => {
    const { value, remarks } = readDiagnosis(text);
    return value === undefined ? { remarks } : { value: value.map((each) => ({ is, ...each })), remarks };
  };
}
