import type { Ast, BinaryOperator } from './ast.ts';
import type { Code, Scope } from './code.ts';
import { aCertainty, aTruth, NotCompiled, STRING, isPlain, toIsFalse, toIsTrue, toMany, toOne, toQuick, toTruth } from './code.ts';
import { areBoth, compileEquality, compileEquivalence, compileIn, compileOrder, refuse } from './compile-comparison.ts';
import type { Both, Emitter } from './compile-comparison.ts';
import { toManner } from './type-table.ts';

/** Compiles an operator between two expressions. */
export function compileOperator(scope: Scope, operator: BinaryOperator, left: Ast, right: Ast): Code {
  const both: Both = [scope.compile(left, scope), scope.compile(right, scope)];
  const emit = EMITTERS[operator];
  if (emit === undefined) throw new NotCompiled(`the operator ${operator}`);
  return emit(scope, both);
}

const EMITTERS: Readonly<Partial<Record<BinaryOperator, Emitter>>> = {
  and: logic(
    (scope, [a, b]) => {
      const more = { isTrue: `(${toIsTrue(a)} && ${toIsTrue(b)})`, isFalse: `(${toIsFalse(a)} || ${toIsFalse(b)})` };
      if (a.sure === true) return b.sure === true ? aCertainty(`(${a.js} && ${b.js})`) : aTruth(`(${a.js} ? ${b.js} : false)`, more);
      const t = scope.toLocal();
      return aTruth(`((${t} = ${a.js}) === false ? false : F.and(${t}, ${b.js}))`, more);
    },
    ([a, b]) => (a === undefined || b === undefined ? undefined : `(${a} && ${b})`),
  ),
  or: logic(
    (scope, [a, b]) => {
      const more = { isTrue: `(${toIsTrue(a)} || ${toIsTrue(b)})`, isFalse: `(${toIsFalse(a)} && ${toIsFalse(b)})` };
      if (a.sure === true) return b.sure === true ? aCertainty(`(${a.js} || ${b.js})`) : aTruth(`(${a.js} ? true : ${b.js})`, more);
      const t = scope.toLocal();
      return aTruth(`((${t} = ${a.js}) === true ? true : F.or(${t}, ${b.js}))`, more);
    },
    ([a, b]) => joinQuick(a, b),
  ),
  implies: logic(
    (scope, [a, b]) => {
      const more = { isTrue: `(${toIsFalse(a)} || ${toIsTrue(b)})`, isFalse: `(${toIsTrue(a)} && ${toIsFalse(b)})` };
      if (a.sure === true) return b.sure === true ? aCertainty(`(!${a.js} || ${b.js})`) : aTruth(`(${a.js} ? ${b.js} : true)`, more);
      const t = scope.toLocal();
      return aTruth(`((${t} = ${a.js}) === false ? true : F.implies(${t}, ${b.js}))`, more);
    },
    ([, b], [a]) => joinQuick(toPlainlyFalse(a), b),
  ),
  xor: logic((_, [a, b]) => (a.sure === true && b.sure === true ? aCertainty(`(${a.js} !== ${b.js})`) : aTruth(`F.xor(${a.js}, ${b.js})`))),
  '=': (scope, both) => compileEquality(scope, both),
  '!=': (scope, both) => toNot(compileEquality(scope, both)),
  '~': (_, both) => compileEquivalence(both),
  '!~': (_, both) => toNot(compileEquivalence(both)),
  '<': compileOrder('< 0'),
  '<=': compileOrder('<= 0'),
  '>': compileOrder('> 0'),
  '>=': compileOrder('>= 0'),
  in: (scope, [a, b]) => compileIn(scope, a, b),
  contains: (scope, [a, b]) => compileIn(scope, b, a),
  '|': (_, [a, b]) => ({
    ...{ js: `F.union(${toMany(a)}, ${toMany(b)})`, many: true, types: a.types && b.types && [...new Set([...a.types, ...b.types])] },
    ...(a.texts && b.texts && { texts: [...a.texts, ...b.texts] }),
  }),
  '&': (_, both) => {
    const [a, b] = both.map((code) =>
      toManner(code.types) === 'text' || code.types?.length === 0 ? toOne(code).js : refuse('& of no text'),
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

function logic(
  emit: Emitter,
  toBoth?: (quick: readonly [string | undefined, string | undefined], both: Both) => string | undefined,
): Emitter {
  return (scope, sides) => {
    const both: Both = [toTruth(sides[0]), toTruth(sides[1])];
    const quick = toBoth?.([toQuick(both[0]), toQuick(both[1])], both);
    return { ...emit(scope, both), ...(quick !== undefined && { quick }) };
  };
}

function joinQuick(...quick: readonly (string | undefined)[]): string | undefined {
  const known = quick.filter((each) => each !== undefined);
  return known.length === 0 ? undefined : `(${known.join(' || ')})`;
}

/** An implication is true where its condition is plainly false. */
function toPlainlyFalse(code: Code): string | undefined {
  const isFalse = toIsFalse(code);
  return isPlain(isFalse) ? isFalse : undefined;
}

/** The opposite of a boolean; empty stays empty. */
export function toNot(code: Code): Code {
  if (code.sure === true) return aCertainty(`!${code.js}`);
  return aTruth(`F.not(${code.js})`, { isTrue: toIsFalse(code), isFalse: toIsTrue(code) });
}

function compileSum(name: string, both: Both): Code {
  if (!areBoth(both, 'number')) refuse('a sum of this type');
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
