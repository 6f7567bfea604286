import type { Ast } from './ast.ts';
import type { Code, Scope } from './code.ts';
import { aTruth, NotCompiled, toMany, toOne, toPresence, toText } from './code.ts';
import { toChoiceKey } from '../ir.ts';
import { isPrimitiveType, isSubtype } from './type-table.ts';

/** The name of a type as an argument: `ofType(Quantity)`, `is(FHIR.Patient)`. */
export function toTypeName(ast: Ast | undefined): string {
  if (ast?.kind !== 'member') throw new NotCompiled('a type that is no name');
  return ast.of === undefined ? ast.name : `${toTypeName(ast.of)}.${ast.name}`;
}

/** Compiles `is`: whether one value is of a type. Nothing is of no type. */
export function compileIs(scope: Scope, base: Code, name: string): Code {
  const type = toFhirType(scope, name);
  if (base.choice !== undefined)
    return aTruth(`(${toPresence(base)} ? ${toKeyPresence(base.choice, type)} : undefined)`, { isTrue: toKeyPresence(base.choice, type) });
  const one = toOne(base);
  if (scope.table.isResource(type)) return aTruth(`F.isResource(${one.js}, ${toText(type)})`);
  return aTruth(`(${toPresence(one)} ? ${String(isAlways(base, type))} : undefined)`);
}

/** Compiles `as` (one value, else nothing) and `ofType` (those values that are of the type). */
export function compileOfType(scope: Scope, base: Code, name: string): Code {
  const type = toFhirType(scope, name);
  if (base.choice !== undefined) return compileChosen(base.choice, type);
  if (scope.table.isResource(type)) return { js: `F.ofResource(${toMany(base)}, ${toText(type)})`, many: true, types: [type] };
  return isAlways(base, type) ? base : { js: 'F.NONE', many: true, types: [] };
}

function toFhirType({ table }: Scope, name: string): string {
  const type = name.startsWith('FHIR.') ? name.slice(5) : name;
  if (!/^[a-z]\w*$/.test(type) && !table.knows(type) && !table.isResource(type)) throw new NotCompiled(`the type ${name}`);
  return type;
}

/** Whether all values of known types are of this one; where only some are, it cannot be said here. */
function isAlways({ types }: Code, type: string): boolean {
  if (types === undefined || types.includes('Resource') || types.includes('DomainResource')) throw new NotCompiled('is of an unknown type');
  if (types.some((each) => each.startsWith('System.') || each.includes('.'))) throw new NotCompiled('is of a System type or backbone');
  const held = types.filter((each) => isSubtype(each, type));
  if (held.length > 0 && held.length < types.length) throw new NotCompiled('is of several types');
  return held.length > 0;
}

function toKeys({ stem, types }: NonNullable<Code['choice']>, type: string): readonly string[] {
  return types.filter((each) => isSubtype(each, type)).map((each) => toChoiceKey(stem, each));
}

function toKeyPresence(choice: NonNullable<Code['choice']>, type: string): string {
  const keys = toKeys(choice, type).flatMap((key) => (isPrimitiveType(type) ? [key, `_${key}`] : [key]));
  return keys.length === 0 ? 'false' : `(${keys.map((key) => `${choice.of}?.${key} !== undefined`).join(' || ')})`;
}

function compileChosen(choice: NonNullable<Code['choice']>, type: string): Code {
  const [key, ...others] = toKeys(choice, type);
  if (key === undefined) return { js: 'undefined', many: false, types: [], present: 'false' };
  if (others.length > 0) throw new NotCompiled('a choice with subtypes');
  const value = `${choice.of}?.${key}`;
  const types = choice.types.filter((each) => isSubtype(each, type));
  if (!isPrimitiveType(type)) return { js: value, many: false, types, present: `(${value} !== undefined)` };
  const companion = `${choice.of}?._${key}`;
  return { js: `F.value(${value}, ${companion})`, many: false, types, present: toKeyPresence(choice, type), companion };
}
