import { isBeyondBounds } from './expression-bounds.ts';
import type { Ast, Literal } from './ast.ts';
import type { Code, Scope } from './code.ts';
import { BOOLEAN, INTEGER, NotCompiled, STRING, toIsTrue, isPlain, toLambda, toPresence, toQuick, toText, toTruth } from './code.ts';
import { LIST_FUNCTIONS } from './compile-lists.ts';
import { compileOperator } from './compile-operator.ts';
import { compileMember } from './compile-path.ts';
import { TEXT_FUNCTIONS } from './compile-texts.ts';
import { compileIs, compileOfType } from './compile-type.ts';
import { parse } from './parse.ts';
import { ExpressionFault } from './tokens.ts';
import type { TypeTable } from './type-table.ts';

/** A rule's expression, and the type of the values it is asked of. */
export interface RuleSource {
  readonly expression: string;
  readonly type: string;
}

/** A compiled rule: constants `(x, i, E) => boolean` by name. */
interface CompiledRule {
  /** Answers whether the rule holds for `x`. */
  readonly name: string;
  /** True when it neither goes through collections nor can fail. */
  readonly plain: boolean;
  /** Answers true only where the rule holds, cheaply, and never fails; what it leaves open `name` decides. */
  readonly quick?: string;
}

/** Compiles a rule to JavaScript. Answers undefined for what is outside of the compiled subset, or no FHIRPath at all. */
export function compileRule({ expression, type }: RuleSource, table: TypeTable, intern: Scope['intern']): CompiledRule | undefined {
  if (isBeyondBounds(expression)) return undefined;
  const scope: Scope = { table, start: type, self: UNSET, intern, toLocal: () => '', compile };
  try {
    const ast = parse(expression);
    const [name, code] = toLambda(scope, ast, [type], toHolds);
    const plain = isPlain(toHolds(code));
    if (plain || toQuick(code) === undefined) return { name, plain };
    const [quick] = toLambda(scope, ast, [type], (whole) => toQuick(whole) ?? 'false');
    return { name, plain, quick };
  } catch (fault) {
    if (fault instanceof NotCompiled || fault instanceof ExpressionFault) return undefined;
    throw fault;
  }
}

const UNSET: Code = { js: 'undefined', many: false, types: [] };

/** A rule holds when its result is true, or is anything else than a boolean (HL7/fhir PR 4122: nothing does not hold). */
function toHolds(code: Code): string {
  const boolean = code.types === undefined || code.types.some((type) => type === 'boolean' || type === 'System.Boolean');
  if (!boolean) return toPresence(code);
  return code.many ? `F.passes(${code.js})` : toIsTrue(toTruth(code));
}

function compile(ast: Ast, scope: Scope): Code {
  if (ast.kind === 'member') return compileMember(scope, ast.of, ast.name);
  if (ast.kind === 'call') return compileCall(ast, scope);
  if (ast.kind === 'binary') return compileOperator(scope, ast.operator, ast.left, ast.right);
  return compileRest(ast, scope);
}

function compileRest(ast: Exclude<Ast, { readonly kind: 'member' | 'call' | 'binary' }>, scope: Scope): Code {
  switch (ast.kind) {
    case 'literal':
      return compileLiteral(ast);
    case 'variable':
      return compileVariable(ast.name, scope);
    case 'type':
      return compileTypeOperator(ast, scope);
    case 'item':
      return compileItem(ast, scope);
    case 'minus':
      return compileMinus(ast.of);
    case 'word':
      return compileWord(ast.word, scope);
  }
}

function compileTypeOperator({ operator, of, type }: Ast & { readonly kind: 'type' }, scope: Scope): Code {
  const base = compile(of, scope);
  return operator === 'is' ? compileIs(scope, base, type) : compileOfType(scope, base, type);
}

function compileMinus(of: Ast): Code {
  if (of.kind !== 'literal' || typeof of.value !== 'number') throw new NotCompiled('a minus before no literal');
  return compileLiteral({ ...of, value: -of.value });
}

function compileWord(word: 'empty' | 'this' | 'index' | 'total', { self }: Scope): Code {
  if (word === 'this') return self;
  if (word === 'empty') return { js: 'F.NONE', many: true, types: [], present: 'false' };
  if (word === 'index') return { js: 'i', many: false, types: INTEGER, sure: true };
  throw new NotCompiled('$total');
}

function compileCall({ of, name, args }: Ast & { readonly kind: 'call' }, scope: Scope): Code {
  if (name === 'today' || name === 'now')
    return { js: `F.${name}(E)`, many: false, types: [name === 'today' ? 'System.Date' : 'System.DateTime'] };
  const emit = Object.hasOwn(LIST_FUNCTIONS, name)
    ? LIST_FUNCTIONS[name]
    : Object.hasOwn(TEXT_FUNCTIONS, name)
      ? TEXT_FUNCTIONS[name]
      : undefined;
  if (emit === undefined) throw new NotCompiled(`the function ${name}`);
  return emit({ scope, name, args, base: of === undefined ? scope.self : compile(of, scope) });
}

function compileItem({ of, at }: Ast & { readonly kind: 'item' }, scope: Scope): Code {
  const [list, index] = [compile(of, scope), compile(at, scope)];
  if (at.kind !== 'literal' || typeof at.value !== 'number') throw new NotCompiled('an index that is not written out');
  if (!list.many) return at.value === 0 ? list : { js: 'undefined', many: false, types: list.types };
  return { js: `${list.js}[${index.js}]`, many: false, types: list.types };
}

function compileLiteral({ type, value }: Literal): Code {
  if (type === 'Quantity' || type === 'Time') throw new NotCompiled(`a literal ${type}`);
  if (typeof value === 'string' && type === 'String') return { js: toText(value), many: false, types: STRING, sure: true, texts: [value] };
  const js = JSON.stringify(value);
  if (type === 'Boolean') return { js, many: false, types: BOOLEAN, sure: true, isTrue: js, isFalse: `!${js}` };
  return { js, many: false, types: [`System.${type}`], sure: true };
}

const FIXED: Readonly<Record<string, string>> = {
  ucum: 'http://unitsofmeasure.org',
  sct: 'http://snomed.info/sct',
  loinc: 'http://loinc.org',
};

function compileVariable(name: string, scope: Scope): Code {
  const text = FIXED[name] ?? toNamed(name);
  if (text !== undefined) return { js: toText(text), many: false, types: STRING, sure: true, texts: [text] };
  if (name === 'context') return { js: 'E.context', many: false, types: [scope.start], sure: true };
  if (name === 'resource') return { js: 'E.resource', many: false, types: [toResourceType(scope)], sure: true };
  if (name === 'rootResource') return { js: 'E.root', many: false, types: ['Resource'], sure: true };
  throw new NotCompiled(`%${name}`);
}

/** FHIR R4, FHIRPath supplements: `%vs-name` and `%ext-name`. */
function toNamed(name: string): string | undefined {
  if (name.startsWith('vs-')) return `http://hl7.org/fhir/ValueSet/${name.slice(3)}`;
  return name.startsWith('ext-') ? `http://hl7.org/fhir/StructureDefinition/${name.slice(4)}` : undefined;
}

/** Inside a resource its type is known; a datatype stands in any. */
function toResourceType({ start, table }: Scope): string {
  const [type = ''] = start.split('.');
  return table.isResource(type) ? type : 'Resource';
}
