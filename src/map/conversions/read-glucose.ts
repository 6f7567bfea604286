import type { Unit } from '../element-definition.ts';
import type { FactValue } from '../source.ts';
import type { DecimalMark } from './read-number.ts';
import { readNumber } from './read-number.ts';
import type { Reading } from './reading.ts';
import { toRead } from './reading.ts';

/**
 * Reads a glucose as a meter shows it: a number, or HI and LO, which lie above and below its range (field rule 7): HH or LL, and no
 * number is invented. A column that names this conversion declares that its HI and LO are a meter's.
 */
export function readGlucose(text: string, unit: Unit, mark: DecimalMark): Reading<FactValue> {
  if (/^(?:hi|high)\.?$/i.test(text)) return toRead({ kind: 'coded', code: 'HH' });
  if (/^(?:lo|low)\.?$/i.test(text)) return toRead({ kind: 'coded', code: 'LL' });
  const { value, remarks } = readNumber(text, unit, mark);
  return value === undefined ? { remarks } : { value: { kind: 'measure', measure: value }, remarks };
}
