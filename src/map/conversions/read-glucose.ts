import type { Unit } from '../element-definition.ts';
import type { FactValue } from '../source.ts';
import type { DecimalMark } from './read-number.ts';
import { readNumber } from './read-number.ts';
import type { Reading } from './reading.ts';
import { toRead } from './reading.ts';

const beyondMeter: ReadonlyMap<string, string> = new Map([
  ['hi', 'HH'],
  ['high', 'HH'],
  ['lo', 'LL'],
  ['low', 'LL'],
]);

/**
 * Reads a glucose as a meter shows it: a number, or HI and LO, which lie above and below its range (field rule 7): HH or LL, and no
 * number is invented. A column that names this conversion declares that its HI and LO are a meter's.
 */
export function readGlucose(text: string, unit: Unit, mark: DecimalMark): Reading<FactValue> {
  const beyond = beyondMeter.get(text.toLowerCase().replace(/\.$/, ''));
  if (beyond !== undefined) return toRead({ kind: 'coded', code: beyond });
  const { value, remarks } = readNumber(text, unit, mark);
  return value === undefined ? { remarks } : { value: { kind: 'measure', measure: value }, remarks };
}
