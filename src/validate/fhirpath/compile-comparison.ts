import type { Code, Scope } from './code.ts';
import { aCertainty, aTruth, NotCompiled, toMany, toOne } from './code.ts';
import { toManner } from './type-table.ts';
import type { Manner } from './type-table.ts';

/** The two sides of an operator. */
export type Both = readonly [Code, Code];

/** Writes the JavaScript of one operator. */
export type Emitter = (scope: Scope, both: Both) => Code;

/** Leaves the expression to fhirpath.js. */
export function refuse(what: string): never {
  throw new NotCompiled(what);
}

/** Whether both sides are compared in one manner. */
export function areBoth(both: Both, manner: Manner): boolean {
  return both.every(({ types }) => toManner(types) === manner);
}

/** Compiles `=`. */
export function compileEquality(scope: Scope, both: Both): Code {
  const manner = toCommonManner(both);
  const [a, b] = both;
  if (a.many || b.many) return compileListEquality(both, manner);
  if (manner === 'text') return compileTextEquality(scope, both);
  if (manner === 'moment') return aTruth(`F.sameMoment(${a.js}, ${b.js})`);
  if (manner === 'quantity') refuse('= between quantities');
  return manner === 'boolean' && areSure(both) ? aCertainty(`(${a.js} === ${b.js})`) : aTruth(`F.same(${a.js}, ${b.js})`);
}

function areSure(both: Both): boolean {
  return both.every(({ sure }) => sure === true);
}

function compileListEquality([a, b]: Both, manner: Manner): Code {
  if (manner === 'moment' || manner === 'quantity') refuse(`= between several of manner ${manner}`);
  return aTruth(`F.sameAll(${toMany(a)}, ${toMany(b)})`);
}

/** The manner both are compared in; a string literal decides for a side whose type is not known. */
function toCommonManner([a, b]: Both): Manner {
  const [left, right] = [toManner(a.types), toManner(b.types)];
  if (left === right && left !== 'unknown') return left;
  if (isTextBeside(a, b) || isTextBeside(b, a)) return 'text';
  if (isNothingBeside(a, right) || isNothingBeside(b, left)) return 'object';
  return refuse(`values of manner ${left} and ${right}`);
}

function isTextBeside(code: Code, other: Code): boolean {
  return code.texts !== undefined && other.types === undefined;
}

function isNothingBeside(code: Code, other: Manner): boolean {
  return code.types?.length === 0 && other !== 'unknown';
}

function compileTextEquality(scope: Scope, [a, b]: Both): Code {
  if (isWord(b)) return compileWordEquality(scope, a, b);
  return isWord(a) ? compileWordEquality(scope, b, a) : aTruth(`F.same(${a.js}, ${b.js})`);
}

function isWord({ texts }: Code): boolean {
  return texts?.length === 1;
}

function compileWordEquality(scope: Scope, code: Code, { js: word }: Code): Code {
  const t = scope.toLocal();
  if (code.sure === true && code.js === 'x') return aCertainty(`(x === ${word})`);
  return aTruth(`F.same(${code.js}, ${word})`, {
    isTrue: `(${code.js} === ${word})`,
    isFalse: `((${t} = ${code.js}) !== undefined && ${t} !== ${word})`,
  });
}

/** Compiles `~`. */
export function compileEquivalence(both: Both): Code {
  const manner = toCommonManner(both);
  if (manner !== 'text' && manner !== 'boolean') refuse('~ of this type');
  const [a, b] = both;
  if (a.many || b.many) refuse('~ of lists');
  return aCertainty(`F.alike(${a.js}, ${b.js})`);
}

/** Compiles `<` and its like; `test` is asked of -1, 0 or 1. */
export function compileOrder(test: string): Emitter {
  const NAMES: Readonly<Partial<Record<Manner, string>>> = {
    text: 'orderText',
    number: 'orderNumber',
    moment: 'orderMoment',
    quantity: 'orderQuantity',
  };
  return (scope, both) => {
    const name = NAMES[toCommonManner(both)] ?? refuse('an order of this type');
    const [a, b] = both.map(toOne);
    const t = scope.toLocal();
    const compared = `(${t} = F.${name}(${a?.js ?? ''}, ${b?.js ?? ''}))`;
    return aTruth(`(${compared} === undefined ? undefined : ${t} ${test})`);
  };
}

/** Compiles `in`, and `contains` with its sides changed. */
export function compileIn(scope: Scope, item: Code, list: Code): Code {
  const manner = toCommonManner([item, list]);
  if (manner === 'moment' || manner === 'quantity') refuse(`in of manner ${manner}`);
  const one = toOne(item);
  if (list.texts === undefined) return aTruth(`F.isIn(${one.js}, ${toMany(list)})`);
  const set = scope.intern(`new Set(${JSON.stringify(list.texts)})`);
  if (one.sure === true) return aCertainty(`${set}.has(${one.js})`);
  const t = scope.toLocal();
  return aTruth(`((${t} = ${one.js}) === undefined ? undefined : ${set}.has(${t}))`, { isTrue: `${set}.has(${one.js})` });
}
