import type { Ast } from './ast.ts';
import type { Code, Scope } from './code.ts';
import { NotCompiled, STRING, toLambda, toMany, toPresence, toText } from './code.ts';
import { toChoiceKey } from '../ir.ts';
import { isPrimitiveType } from './type-table.ts';
import type { Field } from './type-table.ts';

/** Compiles a name: a child, or at the start of an expression the type it starts from. */
export function compileMember(scope: Scope, of: Ast | undefined, name: string): Code {
  if (of === undefined && isStartType(scope, name)) return scope.self;
  const base = of === undefined ? scope.self : scope.compile(of, scope);
  return compileStep(scope, base, name);
}

function isStartType({ start, table }: Scope, name: string): boolean {
  return /^[A-Z]/.test(name) && (name === start || ((name === 'Resource' || name === 'DomainResource') && table.isResource(start)));
}

/** Compiles a step to a child. */
export function compileStep(scope: Scope, base: Code, name: string): Code {
  if (!/^[A-Za-z]\w*$/.test(name)) throw new NotCompiled(`the name «${name}»`);
  const objects = base.types?.filter((type) => !isPrimitiveType(type));
  if (objects?.length === 0) return compileOfPrimitive(base, name);
  const field = toOnlyField(scope, objects, name);
  if (field === undefined) return { js: 'F.NONE', many: true, types: [], present: 'false' };
  return field === 'unknown' ? compileUnknown(base, name) : compileKnown(scope, base, field);
}

function compileKnown(scope: Scope, base: Code, field: Field): Code {
  if (base.types?.some(isPrimitiveType) === true) return compileOfObjects(base, field);
  return base.many ? compileEach(scope, base, field) : compileField(scope, base, field);
}

/** Where there may be primitives too, only objects are asked: a string of JavaScript has children of its own. */
function compileOfObjects(base: Code, { name, choice, types }: Field): Code {
  if (choice || name === 'extension' || name === 'id') throw new NotCompiled(`«${name}» of objects and primitives`);
  return { js: `F.dynamic(${toMany(base)}, ${toText(name)}, E)`, many: true, types };
}

/** The child all possible types share; `unknown` where they differ or the type is not known. */
function toOnlyField({ table }: Scope, types: readonly string[] | undefined, name: string): Field | undefined | 'unknown' {
  if (types === undefined) return 'unknown';
  const fields = types.map((type) => table.toField(type, name));
  if (types.some((type, at) => fields[at] === undefined && !isClosed(type))) return 'unknown';
  const known = fields.filter((field) => field !== undefined);
  const [first] = known;
  return known.every((field) => JSON.stringify(field) === JSON.stringify(first)) ? first : 'unknown';
}

/** False for the types whose instances have more children than the type says. */
function isClosed(type: string): boolean {
  return type !== 'Resource' && type !== 'DomainResource' && type !== 'Element' && type !== 'BackboneElement';
}

/** Only `extension` and `id` stand below a primitive, and both beside it. */
function compileOfPrimitive(base: Code, name: string): Code {
  const extension = name === 'extension';
  const types = extension ? ['Extension'] : STRING;
  if (!extension && name !== 'id') return { js: 'F.NONE', many: true, types: [], present: 'false' };
  if (base.companion === undefined) throw new NotCompiled(`«${name}» of a primitive`);
  return { js: `F.beside(${base.companion}, ${toText(name)})`, many: true, types };
}

function compileUnknown(base: Code, name: string): Code {
  if ((base.types?.length ?? 1) > 1 && base.choice === undefined) throw new NotCompiled(`«${name}» of several types`);
  if (base.loose === true && (name === 'extension' || name === 'id')) throw new NotCompiled(`«${name}» of what may be primitives`);
  return { js: `F.dynamic(${toMany(base)}, ${toText(name)}, E)`, many: true, types: EVERYWHERE[name] };
}

/** Names that mean the same in every type. */
const EVERYWHERE: Readonly<Record<string, readonly string[]>> = {
  id: STRING,
  contained: ['Resource'],
  extension: ['Extension'],
  meta: ['Meta'],
};

function compileEach(scope: Scope, base: Code, field: Field): Code {
  const [lambda] = toLambda(scope, { kind: 'member', of: undefined, name: field.name }, base.types, ({ js }) => js);
  const js = `F.flat(${base.js}, ${lambda}, E)`;
  const guard = base.guard ?? toPresence(base);
  return { js, many: true, types: field.types, guard, present: `(${guard} && ${js}.length > 0)` };
}

function compileField(scope: Scope, base: Code, field: Field): Code {
  if (field.choice) return compileChoice(scope, base, field);
  const dot = base.sure === true ? '.' : '?.';
  const { name, types, list } = field;
  if (!types.some(isPrimitiveType) || isAttribute(field, base)) {
    const value = `${base.js}${dot}${name}`;
    return { js: list ? `(${value} ?? F.NONE)` : value, many: list, types, present: `(${value} !== undefined)` };
  }
  const [first, again] = hold(scope, base.js);
  const [value, companion] = [`${first}${dot}${name}`, `${again}${dot}_${name}`];
  const js = list ? `F.list(${value}, ${companion})` : `F.value(${value}, ${companion})`;
  return {
    js,
    many: list,
    types,
    present: `(${value} !== undefined || ${companion} !== undefined)`,
    companion: `${base.js}${dot}_${name}`,
  };
}

/** What is more than a path is kept in a local variable, so that it is evaluated once. */
function hold(scope: Scope, js: string): readonly [string, string] {
  if (/^[\w?.]+$/.test(js)) return [js, js];
  const local = scope.toLocal();
  return [`(${local} = ${js})`, local];
}

/** R4 JSON has no companions for the ids of elements, Extension.url and xhtml. */
function isAttribute({ name, types }: Field, base: Code): boolean {
  return (
    types.includes('xhtml') || (name === 'id' && types.includes('string')) || (name === 'url' && base.types?.includes('Extension') === true)
  );
}

function compileChoice(scope: Scope, base: Code, { name, types }: Field): Code {
  const keys = types.flatMap((type) => {
    const key = toChoiceKey(name, type);
    return isPrimitiveType(type) ? [key, `_${key}`] : [key];
  });
  const held = keys.length <= 6 && /^\w+$/.test(base.js) && base.sure === true;
  const present = held
    ? `(${keys.map((key) => `${base.js}.${key} !== undefined`).join(' || ')})`
    : `F.isChosen(${base.js}, ${scope.intern(JSON.stringify(keys))})`;
  return {
    js: `F.choose(${base.js}, ${scope.intern(JSON.stringify(keys))})`,
    ...{ many: false, types, present },
    choice: { of: base.js, stem: name, types },
  };
}
