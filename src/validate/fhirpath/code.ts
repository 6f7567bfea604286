import type { Ast } from './ast.ts';
import type { TypeTable } from './type-table.ts';

/** The expression is sound FHIRPath, but outside of what is compiled here: it is left to fhirpath.js. */
export class NotCompiled extends Error {
  override readonly name = 'NotCompiled';
}

/** JavaScript for a part of an expression, with what is known of its result. `x` is `$this`, `i` is `$index`, `E` the surroundings, `F` the operations. */
export interface Code {
  /** Yields an array where `many`, else one value or undefined. A primitive that has only extensions is `F.BARE`. */
  readonly js: string;
  readonly many: boolean;
  /** The types its values may have; undefined when that is not known. */
  readonly types: readonly string[] | undefined;
  /** True for one value that is never undefined. */
  readonly sure?: boolean;
  /** Yields whether there is anything, cheaper than `js`. */
  readonly present?: string;
  /** Yields false only where there is nothing: the cheap part of `present`, for what is reached by more than one step. */
  readonly guard?: string;
  /** Yields true only where the result is true: cheap, and never fails. */
  readonly quick?: string;
  /** Yields whether the result is true, or false, cheaper than `js`. */
  readonly isTrue?: string;
  readonly isFalse?: string;
  /** Yields the object (or list of objects) beside a primitive that was reached from its parent. */
  readonly companion?: string;
  /** Where a choice was reached from, so that its type can be asked of the key. */
  readonly choice?: Choice;
  /** True for what children() and descendants() find: primitives there have lost what stands beside them. */
  readonly loose?: boolean;
  /** The text itself, for a string literal, or the texts of a union of them. */
  readonly texts?: readonly string[];
}

/** A choice element and the object it stands in. */
interface Choice {
  readonly of: string;
  readonly stem: string;
  readonly types: readonly string[];
}

/** What stands around the part being compiled. */
export interface Scope {
  readonly table: TypeTable;
  /** The type the whole expression starts from. */
  readonly start: string;
  readonly self: Code;
  /** Gives a constant expression a name in the generated module. */
  readonly intern: (js: string) => string;
  /** Takes a new local variable. */
  readonly toLocal: () => string;
  readonly compile: (ast: Ast, scope: Scope) => Code;
}

export const BOOLEAN: readonly string[] = ['System.Boolean'];
export const STRING: readonly string[] = ['System.String'];
export const INTEGER: readonly string[] = ['System.Integer'];

/** JavaScript that says whether there is anything. */
export function toPresence(code: Code): string {
  if (code.present !== undefined) return code.present;
  if (code.many) return `(${code.js}.length > 0)`;
  return code.sure === true ? 'true' : `(${code.js} !== undefined)`;
}

/** The same as an array. */
export function toMany(code: Code): string {
  return code.many ? code.js : `F.toList(${code.js})`;
}

/** The same as one value; evaluation fails where there are several (FHIRPath 4.5). */
export function toOne(code: Code): Code {
  const { js, types } = code;
  return code.many ? { js: `F.single(${js})`, many: false, types } : code;
}

/** A boolean; one value of another type counts as true (FHIRPath 4.5, singleton evaluation). */
export function toTruth(code: Code): Code {
  if (isBoolean(code) && !code.many) return code;
  const one = toOne(code);
  if (code.many || code.present === undefined) return aTruth(`F.truth(${one.js})`);
  return mayBeBoolean(code) ? aTruth(`F.truth(${one.js})`) : aCertainty(code.present, true);
}

function mayBeBoolean({ types }: Code): boolean {
  return types === undefined || types.some((type) => type === 'boolean' || type === 'System.Boolean' || type === 'Resource');
}

function isBoolean({ types }: Code): boolean {
  return types?.length === 1 && types[0] === 'System.Boolean';
}

/** A boolean that may be empty. */
export function aTruth(js: string, more: Pick<Code, 'isTrue' | 'isFalse' | 'quick'> = {}): Code {
  return { js, many: false, types: BOOLEAN, ...more };
}

/** A boolean that is never empty; with `orEmpty`, what is not there is empty instead of false. */
export function aCertainty(js: string, orEmpty = false): Code {
  return orEmpty
    ? { js: `(${js} ? true : undefined)`, many: false, types: BOOLEAN, isTrue: js, isFalse: 'false' }
    : { js, many: false, types: BOOLEAN, sure: true, isTrue: js, isFalse: `!${js}` };
}

/** JavaScript that says whether a boolean is true. */
export function toIsTrue(code: Code): string {
  return code.isTrue ?? `(${code.js} === true)`;
}

/** Cheap JavaScript that is true only where a boolean is; undefined where there is none. */
export function toQuick(code: Code): string | undefined {
  const isTrue = toIsTrue(code);
  return code.quick ?? (isPlain(isTrue) ? isTrue : undefined);
}

/** True for JavaScript that neither goes through collections nor can fail. */
export function isPlain(js: string): boolean {
  return !/\bE\b|F\.(?:single|orderQuantity)\b/.test(js);
}

/** JavaScript that says whether a boolean is false. */
export function toIsFalse(code: Code): string {
  return code.isFalse ?? `(${code.js} === false)`;
}

/** Writes a string as JavaScript source. */
export function toText(text: string): string {
  return JSON.stringify(text).replace(/[\u2028\u2029]/g, (unit) => (unit === '\u2028' ? '\\u2028' : '\\u2029'));
}

/** Compiles an expression that is asked of each of several values, as a constant function. */
export function toLambda(
  scope: Scope,
  ast: Ast,
  types: readonly string[] | undefined,
  toBody: (code: Code) => string,
): readonly [string, Code] {
  const locals: string[] = [];
  const self: Code = { js: 'x', many: false, types, sure: true };
  const toLocal = (): string => {
    locals.push(`t${String(locals.length)}`);
    return locals.at(-1) ?? '';
  };
  const code = scope.compile(ast, { ...scope, self, toLocal });
  return [scope.intern(`(${['x', 'i', 'E', ...locals].join(', ')}) => ${toBody(code)}`), code];
}
