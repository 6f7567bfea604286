import { compileRule } from '../../src/validate/fhirpath/compile.ts';
import { operations } from '../../src/validate/fhirpath/operations.ts';
import { judgeRule } from '../../src/validate/fhirpath/rule.ts';
import type { Outcome, Rule } from '../../src/validate/fhirpath/rule.ts';
import { createTypeTable } from '../../src/validate/fhirpath/type-table.ts';
import type { ElementIr, ProfileIr } from '../../src/validate/ir.ts';
import { isObject } from '../../src/validate/json.ts';
import type { JsonObject } from '../../src/validate/json.ts';
import { createWalk } from '../../src/validate/walk.ts';
import { createTerminology } from '../../src/validate/terminology/terminology.ts';
import { compile } from './a-validator.ts';

/** Base R4 as the compiler of rules sees it. */
export const types: ReadonlyMap<string, ProfileIr> = new Map(compile().ir.map((type) => [type.type, type]));
export const table = createTypeTable(types);
const terminology = createTerminology({ expansions: [] });

/** Compiles an expression as the generator does; undefined for one that is left to fhirpath.js. */
export function toCompiled(type: string, expression: string): Rule | undefined {
  const names = new Map<string, string>();
  const intern = (js: string): string => {
    const known = names.get(js) ?? `K${String(names.size)}`;
    names.set(js, known);
    return known;
  };
  const compiled = compileRule({ expression, type }, table, intern);
  if (compiled === undefined) return undefined;
  const constants = [...names].map(([js, name]) => `const ${name} = ${js};`).join('\n');
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the code under test is code that was generated
  return (new Function('F', `${constants}\nreturn ${compiled.name};`) as (f: typeof operations) => Rule)(operations);
}

/** Asks a rule of a value that stands in a resource. */
export function askRule(rule: Rule, node: unknown, resource: unknown = node, now = ''): Outcome {
  const walk = createWalk([...types.keys()], terminology);
  const root = isObject(resource) ? resource : {};
  const around = Object.assign(walk, { resource: root, root, options: { ...walk.options, now } });
  around.resources.push(root);
  return judgeRule(rule, node, around);
}

/** A rule of base R4 and the type or path it is asked of. */
export interface BaseRule {
  readonly key: string;
  readonly expression: string;
  readonly type: string;
  readonly element: ElementIr;
}

/** All rules of base R4, each once, at the first place they stand. */
export function listRules(): readonly BaseRule[] {
  const found = new Map<string, BaseRule>();
  const visit = (element: ElementIr, type: string): void => {
    for (const { key, expression } of element.constraints) {
      if (!found.has(`${key} ${expression}`)) found.set(`${key} ${expression}`, { key, expression, type, element });
    }
    for (const child of element.children) visit(child, child.children.length > 0 ? child.path : (child.types[0]?.code ?? child.path));
  };
  for (const [type, { root }] of types) visit(root, type);
  return [...found.values()];
}

/** An invented value of a type; what the words name is there more often, and holds them. Deterministic. */
export function inventValue(type: string, words: ReadonlySet<string>, random: () => number): unknown {
  return inventOf(type, words, random, 0);
}

function inventOf(type: string, words: ReadonlySet<string>, random: () => number, depth: number): unknown {
  if (/^[a-z]/.test(type)) return pick([...(PRIMITIVES[type] ?? ['a', 'b']), ...(TEXTUAL.test(type) ? toTexts(words) : [])], random);
  const made: Record<string, unknown> = table.isResource(type) ? { resourceType: type } : {};
  for (const element of depth > 4 ? [] : childrenOf(type)) {
    if (random() > toChance(words.has(element.name), depth)) continue;
    addField(made, element, (each) => inventOf(each, words, random, depth + 1), random);
  }
  return made;
}

function toChance(named: boolean, depth: number): number {
  if (named) return 0.65;
  return depth === 0 ? 0.08 : 0.04;
}

function addField(made: Record<string, unknown>, element: ElementIr, invent: (type: string) => unknown, random: () => number): void {
  const code = pick(element.types, random)?.code ?? '';
  const size = 1 + Math.floor(random() * 2.5);
  const key = element.choice ? element.name + code.charAt(0).toUpperCase() + code.slice(1) : element.name;
  const bare = /^[a-z]/.test(code) && random() < 0.12 && !['id', 'url', 'div'].includes(element.name);
  const companion = { extension: [{ url: 'http://contoh.id/alasan', valueCode: 'unknown' }] };
  const make = (): unknown => (bare ? companion : invent(toTypeOf(element, code)));
  made[bare ? `_${key}` : key] = element.list ? Array.from({ length: size }, make) : make();
}

function toTypeOf(element: ElementIr, code: string): string {
  if (element.contentReference !== undefined) return element.contentReference;
  if (element.children.length > 0 && !element.choice) return element.path;
  return code === 'Resource' ? 'Patient' : code;
}

function childrenOf(type: string): readonly ElementIr[] {
  const [root = '', ...names] = type.split('.');
  return (
    names.reduce<ElementIr | undefined>((element, name) => element?.children.find((each) => each.name === name), types.get(root)?.root)
      ?.children ?? []
  );
}

function pick<Item>(items: readonly Item[], random: () => number): Item | undefined {
  return items[Math.floor(random() * items.length)];
}

const TEXTUAL = /^(?:code|string|uri|url|id)$/;

/** Texts first of all: names of elements are of little use as values. */
function toTexts(words: ReadonlySet<string>): readonly string[] {
  const quoted = [...words].filter((word) => !/^[A-Za-z]+$/.test(word));
  return [...words, ...quoted, ...quoted];
}

const PRIMITIVES: Readonly<Record<string, readonly unknown[]>> = {
  boolean: [true, false],
  integer: [0, 1, 2, -1],
  positiveInt: [1, 2],
  unsignedInt: [0, 1],
  decimal: [0, 1, 1.5, -2, 101],
  date: ['2020', '2020-05', '2020-05-01', '2021-01-01'],
  dateTime: ['2020', '2020-05-01', '2020-05-01T10:00:00+07:00', '2020-05-01T03:00:00Z', '2021-05-01T03:00:00Z'],
  instant: ['2020-05-01T10:00:00+07:00', '2020-05-01T03:00:00Z'],
  time: ['10:00:00'],
  code: ['a', '*', '1', '%'],
  string: ['a', 'B', 'a.b', 'Nama', '*', '1'],
  uri: ['http://unitsofmeasure.org', 'urn:x', 'http://contoh.id'],
  canonical: ['http://contoh.id/a'],
  id: ['a', 'b'],
  xhtml: ['<div xmlns="http://www.w3.org/1999/xhtml">a</div>'],
};

/** Numbers between 0 and 1 that look random and are the same in every run. */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

/** The names and texts an expression mentions. */
export function toWords(expression: string): ReadonlySet<string> {
  const quoted = [...expression.matchAll(/'([^']*)'/g)].map(([, text = '']) => text);
  return new Set([...(expression.match(/[A-Za-z][\w-]*/g) ?? []), ...quoted]);
}

/** The node of a rule inside an invented resource: itself for a resource or datatype, else what stands at its path. */
export function inventNode({ type, expression }: BaseRule, random: () => number): { readonly node: unknown; readonly resource: unknown } {
  const words = new Set([...toWords(expression), ...type.split('.')]);
  if (!type.includes('.')) {
    const node = inventValue(type, words, random);
    return { node, resource: table.isResource(type) ? node : { resourceType: 'Basic', code: { text: 'a' } } };
  }
  const [root = ''] = type.split('.');
  const node = inventValue(type, words, random);
  return { node, resource: { ...(inventValue(root, words, random) as JsonObject) } };
}
