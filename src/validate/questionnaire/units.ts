/** The system of UCUM, the units of measure. */
export const UCUM = 'http://unitsofmeasure.org';

/** An amount in the smallest common measure of its dimension. */
interface Amount {
  readonly amount: number;
  readonly dimension: string;
}

// The powers of ten that UCUM's metric prefixes stand for (UCUM 27), as far as care uses them.
const PREFIXES: Readonly<Record<string, number>> = { '': 0, n: -9, u: -6, m: -3, c: -2, d: -1, k: 3, M: 6 };
const METRIC: ReadonlySet<string> = new Set(['g', 'm', 'L', 'l', 'mol', 'Pa', 'J', 'eq', 'U']);
/** Seconds (UCUM 31); months and years are mean Julian ones. */
const TIMES: ReadonlyMap<string, number> = new Map([
  ['ms', 0.001],
  ['s', 1],
  ['min', 60],
  ['h', 3_600],
  ['d', 86_400],
  ['wk', 604_800],
  ['mo', 2_629_800],
  ['a', 31_557_600],
]);

/** Brings an amount to a common measure; undefined for a unit outside the everyday ones, which is left undecided. */
export function toCanonicalAmount(value: number, code: string): Amount | undefined {
  const seconds = TIMES.get(code);
  if (seconds !== undefined) return { amount: value * seconds, dimension: 's' };
  for (const [prefix, power] of Object.entries(PREFIXES)) {
    const atom = code.startsWith(prefix) ? code.slice(prefix.length) : '';
    if (METRIC.has(atom)) return { amount: scale(value, power), dimension: atom === 'l' ? 'L' : atom };
  }
  return undefined;
}

/** Through the decimal text, so that 1.1 kg are 1100 g and not a little more. */
function scale(value: number, power: number): number {
  const [digits = '0', exponent = '0'] = String(value).split('e');
  return Number(`${digits}e${String(Number(exponent) + power)}`);
}
