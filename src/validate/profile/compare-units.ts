/** A value and its unit in UCUM. */
type Measure = readonly [value: number, unit: string];

/** What a unit is counted in, and how many of that one of it is. */
interface Scale {
  readonly kind: string;
  readonly factor: number;
}

/** The prefixes of UCUM (2.1) that health care uses, and the units they may stand before. */
const PREFIXES: Readonly<Record<string, number>> = { '': 1, k: 1e3, d: 1e-1, c: 1e-2, m: 1e-3, u: 1e-6, n: 1e-9, p: 1e-12 };
const METRIC: Readonly<Record<string, string>> = { g: 'g', m: 'm', L: 'L', l: 'L', mol: 'mol', s: 's', Pa: 'Pa', J: 'J' };
/** Units without prefixes, in the metric one of their kind (UCUM tables 4 and 5). */
const OTHERS: Readonly<Record<string, Scale>> = {
  min: { kind: 's', factor: 60 },
  h: { kind: 's', factor: 3600 },
  d: { kind: 's', factor: 86_400 },
  wk: { kind: 's', factor: 604_800 },
  '1': { kind: '1', factor: 1 },
};

/** The order of two measures in units that can be counted in each other (negative when the first is less); NaN when they are of two kinds, undefined when one is not known. */
export function compareUnits([left, leftUnit]: Measure, [right, rightUnit]: Measure): number | undefined {
  const [one, other] = [toScale(leftUnit), toScale(rightUnit)];
  if (one === undefined || other === undefined) return undefined;
  if (one.kind !== other.kind) return Number.NaN;
  const [mine, theirs] = [left * one.factor, right * other.factor];
  // Factors of ten are not exact in binary: what differs by rounding alone is equal.
  return Math.abs(mine - theirs) <= 1e-12 * Math.max(Math.abs(mine), Math.abs(theirs)) ? 0 : mine - theirs;
}

/** Reads a unit, or a unit per unit such as `mg/dL`; undefined for what is not in the tables. */
function toScale(unit: string): Scale | undefined {
  const [over = '', under, ...more] = unit.split('/');
  const [top, bottom] = [toSimple(over), under === undefined ? ONE : toSimple(under)];
  if (top === undefined || bottom === undefined || more.length > 0) return undefined;
  return { kind: bottom === ONE ? top.kind : `${top.kind}/${bottom.kind}`, factor: top.factor / bottom.factor };
}

const ONE: Scale = { kind: '1', factor: 1 };

function toSimple(unit: string): Scale | undefined {
  if (Object.hasOwn(OTHERS, unit)) return OTHERS[unit];
  for (const [prefix, factor] of Object.entries(PREFIXES)) {
    const stem = unit.startsWith(prefix) ? unit.slice(prefix.length) : '';
    const kind = Object.hasOwn(METRIC, stem) ? METRIC[stem] : undefined;
    if (kind !== undefined) return { kind, factor };
  }
  return undefined;
}
