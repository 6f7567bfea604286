import { createRequire } from 'node:module';

/** The part of @lhncbc/ucum-lhc that is used: its parser, because the functions around it write what they refuse to the console. */
interface Parser {
  /** The unit and the expression as it was understood. Throws for some expressions it cannot read. */
  readonly parseString: (expression: string, purpose: 'validate', suggest: false) => readonly [unit: ParsedUnit | null, understood: string];
}

/** What the parser knows of a unit: how many base units it is, of what dimensions, and the function of a unit with a scale of its own. */
interface ParsedUnit {
  readonly magnitude_: number;
  readonly dim_?: { readonly dimVec_: readonly number[] | null };
  readonly cnv_: string | null;
  readonly isArbitrary_: boolean;
}

/** Enough for every unit in real use; a hostile resource must not fill the memory. */
const MOST = 5000;
const LONGEST = 200;
/** What primary care measures in, so that most sites never load the library. */
const EVERYDAY = '% 1 /min Cel L a cm d g g/dL h kg kg/m2 m mL mg mg/dL min mm mm[Hg] mmol/L mo s ug wk {score}';
const known = new Map<string, boolean>(EVERYDAY.split(' ').map((code) => [code, true]));
let parser: Parser | undefined;

/** True for a unit of UCUM. The library is loaded at the first unusual one (about 60 ms) and asked once for each. */
export function isUnit(code: string): boolean {
  const before = known.get(code);
  if (before !== undefined) return before;
  const answer = code.length > 0 && code.length <= LONGEST && isValid(code);
  if (known.size < MOST) known.set(code, answer);
  return answer;
}

/** What a unit comes to in base units. Units are of one kind when their dimensions are equal. */
export interface UnitSize {
  readonly size: number;
  readonly dimension: string;
}

/** Measures a unit; undefined for no unit, and for one that is more than a factor (degrees, arbitrary units). */
export function toUnitSize(code: string): UnitSize | undefined {
  if (!isUnit(code)) return undefined;
  parser ??= load();
  const [unit] = parser.parseString(code.replace(/\{[^{}]*\}/g, '{a}'), 'validate', false);
  if (unit?.cnv_ !== null || unit.isArbitrary_) return undefined;
  return { size: unit.magnitude_, dimension: (unit.dim_?.dimVec_ ?? []).join(' ') };
}

/** UCUM gives annotations no meaning (§6); HL7's own list of common units has blanks in them, which the library refuses. */
function isValid(code: string): boolean {
  const expression = code.replace(/\{[^{}]*\}/g, '{a}');
  if (!/^[!-~]+$/.test(expression)) return false;
  parser ??= load();
  try {
    const [unit, understood] = parser.parseString(expression, 'validate', false);
    return Boolean(unit) && understood === expression;
  } catch {
    // The parser throws for brackets and annotations it cannot place: no unit either.
    return false;
  }
}

function load(): Parser {
  // The package has no types of its own and is needed only where units occur.
  const { UcumLhcUtils } = createRequire(import.meta.url)('@lhncbc/ucum-lhc') as {
    readonly UcumLhcUtils: { readonly getInstance: () => { readonly uStrParser_: Parser } };
  };
  return UcumLhcUtils.getInstance().uStrParser_;
}
