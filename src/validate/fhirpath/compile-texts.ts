import type { Call, Compile } from './call.ts';
import { isEndless } from './endless-pattern.ts';
import { compileArgument } from './call.ts';
import type { Code } from './code.ts';
import { aTruth, INTEGER, NotCompiled, STRING, toOne } from './code.ts';
import { toManner } from './type-table.ts';

/** The functions over texts and numbers, and conversions. Each takes one value, and nothing gives nothing. */
export const TEXT_FUNCTIONS: Readonly<Record<string, Compile>> = {
  contains: test('contains'),
  startsWith: test('startsWith'),
  endsWith: test('endsWith'),
  matches: (call) => aTruth(`F.matches(${toString(call.base)}, ${toRegex(call, '')})`),
  matchesFull: (call) => aTruth(`F.matches(${toString(call.base)}, ${toRegex(call, 'full')})`),
  indexOf: (call) => ({ js: `F.indexOf(${toString(call.base)}, ${toArg(call)})`, many: false, types: INTEGER }),
  substring: (call) => {
    const [start, length] = [toNumber(compileArgument(call)), call.args.length > 1 ? toNumber(compileArgument(call, 1)) : 'undefined'];
    return aText(`F.substring(${toString(call.base)}, ${start}, ${length})`);
  },
  length: ({ base }) => ({ js: `F.size(${toString(base)})`, many: false, types: INTEGER }),
  replace: (call) => aText(`F.replace(${toString(call.base)}, ${toArg(call)}, ${toArg(call, 1)})`),
  replaceMatches: (call) => aText(`F.replaceMatches(${toString(call.base)}, ${toRegex(call, 'g')}, ${toArg(call, 1)})`),
  upper: ({ base }) => aText(`F.upper(${toString(base)})`),
  lower: ({ base }) => aText(`F.lower(${toString(base)})`),
  trim: ({ base }) => aText(`F.trim(${toString(base)})`),
  toString: ({ base }: Call) => aText(`F.toText(${toPlain(base)})`),
  toInteger: ({ base }) => ({ js: `F.toInteger(${toPlain(base)})`, many: false, types: INTEGER }),
  toDecimal: ({ base }) => ({ js: `F.toDecimal(${toPlain(base)})`, many: false, types: ['System.Decimal'] }),
  toBoolean: ({ base }) => aTruth(`F.toBoolean(${toPlain(base)})`),
  convertsToString: ({ base }) => converts('toText', base),
  convertsToInteger: ({ base }) => converts('toInteger', base),
  convertsToDecimal: ({ base }) => converts('toDecimal', base),
  convertsToBoolean: ({ base }) => converts('toBoolean', base),
  abs: ({ base }) => aNumber(base, 'abs', base.types),
  ceiling: ({ base }) => aNumber(base, 'ceil', INTEGER),
  floor: ({ base }) => aNumber(base, 'floor', INTEGER),
  truncate: ({ base }) => aNumber(base, 'trunc', INTEGER),
};

function aText(js: string): Code {
  return { js, many: false, types: STRING };
}

function test(name: string): Compile {
  return (call) => aTruth(`F.${name}(${toString(call.base)}, ${toArg(call)})`);
}

/** Text functions of other values are errors, or conversions that implementations disagree about. */
function toString(code: Code): string {
  if (code.types !== undefined && code.types.length > 0 && toManner(code.types) !== 'text')
    throw new NotCompiled('a text function of no text');
  return toOne(code).js;
}

function toArg(call: Call, at = 0): string {
  return toString(compileArgument(call, at));
}

function toNumber(code: Code): string {
  if (toManner(code.types) !== 'number') throw new NotCompiled('a number that is none');
  return toOne(code).js;
}

/** Conversions look at how the value is written, which for dates is their text already. */
function toPlain(code: Code): string {
  const manner = toManner(code.types);
  if (manner !== 'text' && manner !== 'number' && manner !== 'boolean' && manner !== 'moment')
    throw new NotCompiled('a conversion of this type');
  return toOne(code).js;
}

function converts(name: string, base: Code): Code {
  return aTruth(`F.converts(F.${name}, ${toPlain(base)})`);
}

function aNumber(base: Code, name: string, types: readonly string[] | undefined): Code {
  return { js: `F.round(${toNumber(base)}, Math.${name})`, many: false, types };
}

/** A pattern that is known while compiling becomes a constant; one that is not is left to fhirpath.js. */
function toRegex(call: Call, how: '' | 'full' | 'g'): string {
  const [text, ...others] = compileArgument(call).texts ?? [];
  if (text === undefined || others.length > 0) throw new NotCompiled('a pattern that is not written out');
  const pattern = how === 'full' ? `^(?:${text})$` : text;
  const flags = [`su${how === 'g' ? 'g' : ''}`, `s${how === 'g' ? 'g' : ''}`].find(
    (each) => !isEndless(pattern) && isPattern(pattern, each),
  );
  if (flags === undefined) throw new NotCompiled('a pattern JavaScript does not have, or that may run without end');
  return call.scope.intern(`new RegExp(${JSON.stringify(pattern)}, '${flags}')`);
}

function isPattern(pattern: string, flags: string): boolean {
  try {
    return new RegExp(pattern, flags) instanceof RegExp;
  } catch {
    return false;
  }
}
