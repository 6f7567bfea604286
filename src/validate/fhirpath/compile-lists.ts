import type { Compile } from './call.ts';
import { compileArgument, toArgument } from './call.ts';
import type { Code, Scope } from './code.ts';
import { aCertainty, aTruth, INTEGER, NotCompiled, toIsTrue, toLambda, toMany, toOne, toPresence, toTruth } from './code.ts';
import { toNot } from './compile-operator.ts';
import { compileStep } from './compile-path.ts';
import { compileIs, compileOfType, toTypeName } from './compile-type.ts';
import { toManner } from './type-table.ts';

/** The functions over collections: existence, filtering, subsetting, combining, types, boolean logic. */
export const LIST_FUNCTIONS: Readonly<Record<string, Compile>> = {
  empty: ({ base }) => ({ ...aCertainty(`!${toPresence(base)}`), ...(base.guard !== undefined && { quick: `!${base.guard}` }) }),
  exists: (call) =>
    call.args.length === 0 ? aCertainty(toPresence(call.base)) : aCertainty(`F.some(${toMany(call.base)}, ${toCriterion(call)}, E)`),
  all: (call) => aCertainty(`F.every(${toMany(call.base)}, ${toCriterion(call)}, E)`),
  where: (call) => {
    const criterion = toCriterion(call);
    const [list, { types, loose = false }] = [toMany(call.base), call.base];
    const guard = call.base.guard ?? toPresence(call.base);
    return {
      js: `F.where(${list}, ${criterion}, E)`,
      many: true,
      types,
      loose,
      guard,
      present: `(${guard} && F.some(${list}, ${criterion}, E))`,
    };
  },
  not: ({ base }) => toNot(toTruth(base)),
  count: ({ base }) => ({ js: base.many ? `${base.js}.length` : `(${toPresence(base)} ? 1 : 0)`, many: false, types: INTEGER, sure: true }),
  select: (call) => {
    const [lambda, { types }] = toLambda(call.scope, toArgument(call), call.base.types, ({ js }) => js);
    return { js: `F.flat(${toMany(call.base)}, ${lambda}, E)`, many: true, types };
  },
  repeat: (call) => {
    const types = toRepeated(call.scope, call);
    const [lambda] = toLambda(call.scope, toArgument(call), types, toMany);
    return { js: `F.repeat(${toMany(call.base)}, ${lambda}, E)`, many: true, types };
  },
  children: ({ base }) => ({ js: `F.children(${toMany(base)}, E)`, many: true, types: undefined, loose: true }),
  descendants: ({ base }) => ({ js: `F.descendants(${toMany(base)}, E)`, many: true, types: undefined, loose: true }),
  first: ({ base }) => (base.many ? { js: `${base.js}[0]`, many: false, types: base.types } : base),
  last: ({ base }) => (base.many ? { js: `F.last(${base.js})`, many: false, types: base.types } : base),
  tail: ({ base }) => ({ js: `F.part(${toMany(base)}, 1)`, many: true, types: base.types }),
  skip: (call) => ({ js: `F.part(${toMany(call.base)}, ${compileNumber(call)})`, many: true, types: call.base.types }),
  take: (call) => ({ js: `F.take(${toMany(call.base)}, ${compileNumber(call)})`, many: true, types: call.base.types }),
  single: ({ base }) => toOne(base),
  distinct: ({ base }) => ({ js: `F.distinct(${toMany(toComparable(base))})`, many: true, types: base.types }),
  isDistinct: ({ base }) => aCertainty(`F.isDistinct(${toMany(toComparable(base))})`),
  intersect: (call) => combine('intersect', call),
  exclude: (call) => combine('exclude', call),
  union: (call) => combine('union', call),
  combine: (call) => combine('combine', call),
  subsetOf: (call) => aCertainty(`F.isSubset(${toMany(toComparable(call.base))}, ${toMany(compileArgument(call))})`),
  supersetOf: (call) => aCertainty(`F.isSubset(${toMany(compileArgument(call))}, ${toMany(toComparable(call.base))})`),
  allTrue: ({ base }) => aCertainty(`F.all(${toMany(toBooleans(base))}, true)`),
  allFalse: ({ base }) => aCertainty(`F.all(${toMany(toBooleans(base))}, false)`),
  anyTrue: ({ base }) => aCertainty(`F.any(${toMany(toBooleans(base))}, true)`),
  anyFalse: ({ base }) => aCertainty(`F.any(${toMany(toBooleans(base))}, false)`),
  trace: ({ base }) => base,
  iif: (call) => compileChoiceOf(call),
  hasValue: ({ base }) => aCertainty(`F.hasValue(${toMany(base)})`),
  getValue: ({ base }) => ({ js: `F.getValue(${toMany(base)})`, many: false, types: base.types }),
  is: ({ scope, base, args }) => compileIs(scope, base, toTypeName(args[0])),
  as: ({ scope, base, args }) => compileOfType(scope, base, toTypeName(args[0])),
  ofType: ({ scope, base, args }) => compileOfType(scope, base, toTypeName(args[0])),
  extension: (call) => {
    const extensions = compileStep(call.scope, call.base, 'extension');
    return { js: `F.withUrl(${toMany(extensions)}, ${toOne(compileArgument(call)).js})`, many: true, types: ['Extension'] };
  },
  resolve: ({ base }) => ({ js: `F.resolve(${toMany(base)}, E)`, many: true, types: ['Resource'] }),
  memberOf: (call) => aTruth(`F.memberOf(${toOne(call.base).js}, ${toOne(compileArgument(call)).js}, E)`),
  conformsTo: (call) => aTruth(`F.conformsTo(${toOne(call.base).js}, ${toOne(compileArgument(call)).js}, E)`),
};

function toCriterion(call: Parameters<Compile>[0]): string {
  return toLambda(call.scope, toArgument(call), call.base.types, (code) => toIsTrue(toTruth(code)))[0];
}

/** Equality of dates and quantities depends on precision and units: left to fhirpath.js in lists. */
function toComparable(code: Code): Code {
  const manner = toManner(code.types);
  if (manner === 'moment' || manner === 'quantity') throw new NotCompiled(`a set of manner ${manner}`);
  return code;
}

function toBooleans(code: Code): Code {
  if (toManner(code.types) !== 'boolean') throw new NotCompiled('all or any of no booleans');
  return code;
}

function combine(name: string, call: Parameters<Compile>[0]): Code {
  const [a, b] = [toComparable(call.base), toComparable(compileArgument(call))];
  const types = a.types && b.types && [...new Set([...a.types, ...b.types])];
  return { js: `F.${name}(${toMany(a)}, ${toMany(b)})`, many: true, types };
}

function compileNumber(call: Parameters<Compile>[0]): string {
  const code = compileArgument(call);
  if (toManner(code.types) !== 'number') throw new NotCompiled(`${call.name}() of no number`);
  return toOne(code).js;
}

/** The types a repeated step can reach: those it starts from and those it makes of them, until nothing new comes. */
function toRepeated(scope: Scope, call: Parameters<Compile>[0]): readonly string[] | undefined {
  let types = call.base.types;
  for (let round = 0; round < 8 && types !== undefined; round++) {
    const reached = toLambda(scope, toArgument(call), types, toMany)[1].types;
    if (reached?.every((type) => types?.includes(type)) === true) return types;
    types = reached && [...new Set([...types, ...reached])];
  }
  return undefined;
}

function compileChoiceOf(call: Parameters<Compile>[0]): Code {
  // The criterion and the answers start from what iif is called on.
  const scope: Scope = { ...call.scope, self: call.base };
  const test = toIsTrue(toTruth(scope.compile(toArgument(call), scope)));
  const yes = scope.compile(toArgument(call, 1), scope);
  const no = call.args[2] === undefined ? NOTHING : scope.compile(call.args[2], scope);
  const types = yes.types && no.types && [...new Set([...yes.types, ...no.types])];
  if (yes.many || no.many) return { js: `(${test} ? ${toMany(yes)} : ${toMany(no)})`, many: true, types };
  return { js: `(${test} ? ${yes.js} : ${no.js})`, many: false, types };
}

const NOTHING: Code = { js: 'undefined', many: false, types: [] };
