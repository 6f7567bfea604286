import type { Ast, BinaryOperator } from './ast.ts';
import type { Code, Scope } from './code.ts';
import { aCertainty, aTruth, NotCompiled, STRING, toIsFalse, toIsTrue, toMany, toOne, toTruth } from './code.ts';
import { toManner } from './type-table.ts';
import type { Manner } from './type-table.ts';

type Both = readonly [Code, Code];
type Emitter = (scope: Scope, both: Both) => Code;

/** Compiles an operator between two expressions. */
export function compileOperator(scope: Scope, operator: BinaryOperator, left: Ast, right: Ast): Code {
  const both: Both = [scope.compile(left, scope), scope.compile(right, scope)];
  const emit = EMITTERS[operator];
  if (emit === undefined) throw new NotCompiled(`the operator ${operator}`);
  return emit(scope, both);
}

const EMITTERS: Readonly<Partial<Record<BinaryOperator, Emitter>>> = {
  and: logic((scope, [a, b]) => {
    const more = { isTrue: `(${toIsTrue(a)} && ${toIsTrue(b)})`, isFalse: `(${toIsFalse(a)} || ${toIsFalse(b)})` };
    if (a.sure === true) return b.sure === true ? aCertainty(`(${a.js} && ${b.js})`) : aTruth(`(${a.js} ? ${b.js} : false)`, more);
    const t = scope.toLocal();
    return aTruth(`((${t} = ${a.js}) === false ? false : F.and(${t}, ${b.js}))`, more);
  }),
  or: logic((scope, [a, b]) => {
    const more = { isTrue: `(${toIsTrue(a)} || ${toIsTrue(b)})`, isFalse: `(${toIsFalse(a)} && ${toIsFalse(b)})` };
    if (a.sure === true) return b.sure === true ? aCertainty(`(${a.js} || ${b.js})`) : aTruth(`(${a.js} ? true : ${b.js})`, more);
    const t = scope.toLocal();
    return aTruth(`((${t} = ${a.js}) === true ? true : F.or(${t}, ${b.js}))`, more);
  }),
  implies: logic((scope, [a, b]) => {
    const more = { isTrue: `(${toIsFalse(a)} || ${toIsTrue(b)})`, isFalse: `(${toIsTrue(a)} && ${toIsFalse(b)})` };
    if (a.sure === true) return b.sure === true ? aCertainty(`(!${a.js} || ${b.js})`) : aTruth(`(${a.js} ? ${b.js} : true)`, more);
    const t = scope.toLocal();
    return aTruth(`((${t} = ${a.js}) === false ? true : F.implies(${t}, ${b.js}))`, more);
  }),
  xor: logic((_, [a, b]) => (a.sure === true && b.sure === true ? aCertainty(`(${a.js} !== ${b.js})`) : aTruth(`F.xor(${a.js}, ${b.js})`))),
  '=': (scope, both) => compileEquality(scope, both),
  '!=': (scope, both) => toNot(compileEquality(scope, both)),
  '~': (_, both) => compileEquivalence(both),
  '!~': (_, both) => toNot(compileEquivalence(both)),
  '<': order('< 0'),
  '<=': order('<= 0'),
  '>': order('> 0'),
  '>=': order('>= 0'),
  in: (scope, [a, b]) => compileIn(scope, a, b),
  contains: (scope, [a, b]) => compileIn(scope, b, a),
  '|': (_, [a, b]) => ({
    ...{ js: `F.union(${toMany(a)}, ${toMany(b)})`, many: true, types: a.types && b.types && [...new Set([...a.types, ...b.types])] },
    ...(a.texts && b.texts && { texts: [...a.texts, ...b.texts] }),
  }),
  '&': (_, both) => {
    const [a, b] = both.map((code) =>
      toManner(code.types) === 'text' || code.types?.length === 0 ? toOne(code).js : fail('& of no text'),
    );
    return { js: `F.concat(${a ?? ''}, ${b ?? ''})`, many: false, types: STRING, sure: true };
  },
  '+': (_, both) => (areBoth(both, 'text') ? calculate('join', both, STRING) : compileSum('plus', both)),
  '-': (_, both) => compileSum('minus', both),
  '*': (_, both) => compileSum('times', both),
  '/': (_, both) => compileSum('divided', both),
  div: (_, both) => compileSum('div', both),
  mod: (_, both) => compileSum('mod', both),
};

function fail(what: string): never {
  throw new NotCompiled(what);
}

function logic(emit: Emitter): Emitter {
  return (scope, [a, b]) => emit(scope, [toTruth(a), toTruth(b)]);
}

/** The opposite of a boolean; empty stays empty. */
export function toNot(code: Code): Code {
  if (code.sure === true) return aCertainty(`!${code.js}`);
  return aTruth(`F.not(${code.js})`, { isTrue: toIsFalse(code), isFalse: toIsTrue(code) });
}

function areBoth(both: Both, manner: Manner): boolean {
  return both.every(({ types }) => toManner(types) === manner);
}

function compileEquality(scope: Scope, both: Both): Code {
  const manner = toCommonManner(both);
  const [a, b] = both;
  if (a.many || b.many) return compileListEquality(both, manner);
  if (manner === 'text') return compileTextEquality(scope, both);
  if (manner === 'moment') return aTruth(`F.sameMoment(${a.js}, ${b.js})`);
  if (manner === 'quantity') fail('= between quantities');
  return manner === 'boolean' && areSure(both) ? aCertainty(`(${a.js} === ${b.js})`) : aTruth(`F.same(${a.js}, ${b.js})`);
}

function areSure(both: Both): boolean {
  return both.every(({ sure }) => sure === true);
}

function compileListEquality([a, b]: Both, manner: Manner): Code {
  if (manner === 'moment' || manner === 'quantity') fail(`= between several of manner ${manner}`);
  return aTruth(`F.sameAll(${toMany(a)}, ${toMany(b)})`);
}

/** The manner both are compared in; a string literal decides for a side whose type is not known. */
function toCommonManner([a, b]: Both): Manner {
  const [left, right] = [toManner(a.types), toManner(b.types)];
  if (left === right && left !== 'unknown') return left;
  if (isTextBeside(a, b) || isTextBeside(b, a)) return 'text';
  if (isNothingBeside(a, right) || isNothingBeside(b, left)) return 'object';
  return fail(`values of manner ${left} and ${right}`);
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

function compileEquivalence(both: Both): Code {
  const manner = toCommonManner(both);
  if (manner !== 'text' && manner !== 'boolean') fail('~ of this type');
  const [a, b] = both;
  if (a.many || b.many) fail('~ of lists');
  return aCertainty(`F.alike(${a.js}, ${b.js})`);
}

function order(test: string): Emitter {
  const NAMES: Readonly<Partial<Record<Manner, string>>> = {
    text: 'orderText',
    number: 'orderNumber',
    moment: 'orderMoment',
    quantity: 'orderQuantity',
  };
  return (scope, both) => {
    const name = NAMES[toCommonManner(both)] ?? fail('an order of this type');
    const [a, b] = both.map(toOne);
    const t = scope.toLocal();
    const compared = `(${t} = F.${name}(${a?.js ?? ''}, ${b?.js ?? ''}))`;
    return aTruth(`(${compared} === undefined ? undefined : ${t} ${test})`);
  };
}

function compileIn(scope: Scope, item: Code, list: Code): Code {
  const manner = toCommonManner([item, list]);
  if (manner === 'moment' || manner === 'quantity') fail(`in of manner ${manner}`);
  const one = toOne(item);
  if (list.texts === undefined) return aTruth(`F.isIn(${one.js}, ${toMany(list)})`);
  const set = scope.intern(`new Set(${JSON.stringify(list.texts)})`);
  if (one.sure === true) return aCertainty(`${set}.has(${one.js})`);
  const t = scope.toLocal();
  return aTruth(`((${t} = ${one.js}) === undefined ? undefined : ${set}.has(${t}))`, { isTrue: `${set}.has(${one.js})` });
}

function compileSum(name: string, both: Both): Code {
  if (!areBoth(both, 'number')) fail('a sum of this type');
  const types = name === 'div' || (name !== 'divided' && both.every(isWhole)) ? ['System.Integer'] : ['System.Decimal'];
  return calculate(name, both, types);
}

function isWhole({ types }: Code): boolean {
  return types?.every((type) => type !== 'decimal' && type !== 'System.Decimal') === true;
}

function calculate(name: string, both: Both, types: readonly string[]): Code {
  const [a, b] = both.map((code) => toOne(code).js);
  return { js: `F.${name}(${a ?? ''}, ${b ?? ''})`, many: false, types };
}
