import { toUnitSize } from './units.ts';

/** The system of UCUM, the units of measure. */
export const UCUM = 'http://unitsofmeasure.org';

/** A number with its unit. */
export interface Amount {
  readonly value: number;
  readonly code: string;
}

// The powers of ten that UCUM's metric prefixes stand for (UCUM 27), as far as care uses them.
const PREFIXES: Readonly<Record<string, number>> = { '': 0, n: -9, u: -6, m: -3, c: -2, d: -1, k: 3, M: 6 };
const METRIC: ReadonlySet<string> = new Set(['g', 'm', 'L', 'mol', 'Pa', 'J', 'eq', 'U']);
/** Two amounts whose quotient is nearer to one differ only by how numbers are kept. */
const EXACTNESS = 1e-9;

/**
 * The order of two amounts in units of UCUM: `different` for units of different kinds, undefined where they cannot be compared here.
 * Powers of ten are moved in the text of the number, so that 1.1 kg are 1100 g and not a little more; other units are multiplied.
 */
export function compareAmounts(left: Amount, right: Amount): number | 'different' | undefined {
  const one = toMetric(left);
  const other = toMetric(right);
  if (one !== undefined && one.code === other?.code) return one.value - other.value;
  return compareSizes(left, right);
}

function compareSizes(left: Amount, right: Amount): number | 'different' | undefined {
  const one = toUnitSize(left.code);
  const other = toUnitSize(right.code);
  if (one === undefined || other === undefined) return undefined;
  if (one.dimension !== other.dimension) return 'different';
  const difference = left.value * one.size - right.value * other.size;
  return Math.abs(difference) <= Math.abs(right.value * other.size) * EXACTNESS ? 0 : difference;
}

/** The amount in the unit without a prefix. */
function toMetric({ value, code }: Amount): Amount | undefined {
  for (const [prefix, power] of Object.entries(PREFIXES)) {
    const unit = code.startsWith(prefix) ? code.slice(prefix.length) : '';
    if (METRIC.has(unit)) return { value: scale(value, power), code: unit };
  }
  return undefined;
}

function scale(value: number, power: number): number {
  const [digits = '0', exponent = '0'] = String(value).split('e');
  return Number(`${digits}e${String(Number(exponent) + power)}`);
}
