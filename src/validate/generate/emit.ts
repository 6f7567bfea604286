import type { TypeTable } from '../fhirpath/type-table.ts';
import type { BindingIr, ElementIr, TypeIr } from '../ir.ts';

/** Which of the two paths is being written: the one that only answers, or the one that explains. */
export type Mode = 'fast' | 'diagnose';

/** Where generated code keeps what it needs more than once; equal expressions share a name. */
export interface Constants {
  intern(expression: string): string;
  lines(): readonly string[];
}

/** What an emitter has to know: the path being written, the constants, the functions of other types, the rule's canonical. */
export interface Scope {
  readonly mode: Mode;
  readonly constants: Constants;
  /** The generated function for a type or a path; undefined when nothing is generated for it. */
  readonly toFunction: (id: string) => string | undefined;
  /** The resource types a list of target canonicals stands for; undefined when one of them is not known or anything may be meant. */
  readonly toTargetTypes: (canonicals: readonly string[]) => readonly string[] | undefined;
  /** The types rules are compiled against. */
  readonly table: TypeTable;
  /** A JavaScript expression for the canonical of the definition behind the rule. */
  readonly rule: string;
}

/** What is wrong when a test fails; path, expected and came are JavaScript expressions. */
export interface Fault {
  readonly code: string;
  readonly severity?: 'error' | 'warning';
  readonly path: string;
  readonly expected: string;
  readonly came?: string;
  readonly rule?: string;
}

/** Starts an empty set of constants. */
export function createConstants(): Constants {
  const names = new Map<string, string>();
  return {
    intern: (expression) => {
      const known = names.get(expression);
      if (known !== undefined) return known;
      const name = `K${String(names.size)}`;
      names.set(expression, name);
      return name;
    },
    lines: () => [...names].map(([expression, name]) => `const ${name} = ${expression};`),
  };
}

/** Writes a value as JavaScript source; U+2028 and its sibling end lines in older engines, so they are escaped. */
export function toLiteral(value: unknown): string {
  return JSON.stringify(value).replace(/[\u2028\u2029]/g, (unit) => (unit === '\u2028' ? '\\u2028' : '\\u2029'));
}

/** The statement for a fault: the fast path answers at once (or notes a warning), the diagnostic path adds an issue. */
export function emitFault(scope: Scope, fault: Fault): string {
  const severity = fault.severity ?? 'error';
  if (scope.mode === 'fast') return severity === 'error' ? 'return false;' : 'W.warned = true;';
  const rule = fault.rule ?? scope.rule;
  const [code, level, came] = [toLiteral(fault.code), toLiteral(severity), fault.came ?? 'undefined'];
  return `c.add({ code: ${code}, severity: ${level}, path: ${fault.path}, rule: ${rule}, expected: ${fault.expected}, came: ${came} });`;
}

const BOUND: Readonly<Record<string, string>> = {
  code: 'inCode',
  string: 'inCode',
  uri: 'inCode',
  url: 'inCode',
  canonical: 'inCode',
  Coding: 'inCoding',
  CodeableConcept: 'inConcept',
  Quantity: 'inCoding',
};

const CODED: Readonly<Record<string, string>> = {
  Coding: '@Coding',
  CodeableConcept: '@CodeableConcept',
  ...Object.fromEntries(['Quantity', 'SimpleQuantity', 'Age', 'Count', 'Distance', 'Duration'].map((type) => [type, '@Quantity'])),
};

/** The JavaScript expressions for a value being checked and for its path. */
export interface Place {
  readonly x: string;
  readonly path: string;
}

/** The check of a bound value. Answers 0 (outside), 1 (inside), 2 (cannot be decided here) come from the same function in both paths. */
export function emitBinding(scope: Scope, binding: BindingIr | undefined, code: string, place: Place): string {
  const test = BOUND[code];
  if (binding === undefined || test === undefined) return '';
  const also = (binding.also ?? []).map((each) => emitBinding(scope, each, code, place)).join(' ');
  if (binding.strength === 'none') return also;
  return `${scope.mode === 'fast' ? emitFastBinding(scope, binding, test, place) : emitBound(scope, binding, test, place)} ${also}`;
}

function emitFastBinding(scope: Scope, { strength, valueSet, most }: BindingIr, test: string, { x }: Place): string {
  const isOutside = `${test}(${emitSet(scope, valueSet)}, ${x}) === 0`;
  if (strength === 'required') return `if (${isOutside}) return false;`;
  const beyond = most === undefined ? '' : ` if (${test}(${emitSet(scope, most)}, ${x}) === 0) return false;`;
  return `if (${isOutside}) { W.warned = true;${beyond} }`;
}

function emitBound(scope: Scope, { strength, valueSet, most }: BindingIr, test: string, { x, path }: Place): string {
  const bind = (name: string, canonical: string): string => {
    const set = emitSet(scope, canonical);
    return `c.bind(${test}(${set}, ${x}), ${set}, { strength: ${toLiteral(name)}, value: ${x}, path: ${path}, rule: ${scope.rule} })`;
  };
  return `${bind(strength, valueSet)}${most === undefined ? '' : ` && ${bind('most', most)}`};`;
}

/** `#id` names a value set inside the profile itself. */
function emitSet({ constants, rule }: Scope, canonical: string): string {
  const own = canonical.startsWith('#') ? `${rule} + ` : '';
  return constants.intern(`rt.toValueSet(${own}${toLiteral(canonical)})`);
}

/** The check of what is coded, whatever binds it: systems, codes, displays, units. A concept answers for the codings in it. */
export function emitCoded(scope: Scope, child: ElementIr, code: string, { x, path }: Place): string {
  if (child.path === 'CodeableConcept.coding') return '';
  const extensible = code === 'Coding' && child.binding?.strength === 'extensible';
  const name = extensible ? '@Coding-extensible' : CODED[code];
  if (name === undefined) return '';
  return scope.mode === 'fast'
    ? `if (!holds(${scope.constants.intern(`rt.toChecks(${toLiteral(name)})`)}, ${x})) return false; `
    : `c.check(${toLiteral(name)}, ${x}, ${path}); `;
}

/** The check that a literal reference points at an allowed type of resource. */
export function emitTargets(scope: Scope, type: TypeIr, { x, path }: Place): string {
  if (type.code !== 'Reference' || type.targets.length === 0) return '';
  const types = scope.toTargetTypes(type.targets);
  if (types === undefined) return '';
  const set = scope.constants.intern(`new Set(${toLiteral(types)})`);
  const fault = emitFault(scope, { code: 'reference-target', path: `${path} + '.reference'`, expected: toLiteral(types.join(' | ')) });
  return `if (!pointsAt(${x}, ${set})) ${fault}`;
}

/** The check that a value follows one of the profiles its type names. Extensions are checked by their url wherever they stand. */
export function emitProfiles(scope: Scope, type: TypeIr, { x, path }: Place): string {
  if (type.profiles.length === 0 || type.code === 'Extension') return '';
  const urls = scope.constants.intern(toLiteral(type.profiles));
  return scope.mode === 'fast' ? `if (!follows(${x}, ${urls})) return false;` : `c.follow(${x}, ${urls}, ${path});`;
}
