import { toBareCanonical } from './ir.ts';
import type { ValueSetIr } from './ir.ts';
import { isObject, toObjects, toStrings, toText } from './json.ts';
import type { JsonObject } from './json.ts';
import type { Lookup } from './registry.ts';

/** Where value sets and code systems are found by canonical, without version. */
export interface Terminology {
  readonly valueSets: Lookup<JsonObject>;
  readonly codeSystems: Lookup<JsonObject>;
}

interface Expansion {
  readonly codes: Map<string, Set<string>>;
  readonly open: Set<string>;
}

type Parts = readonly (Expansion | undefined)[];

interface Concept {
  readonly code: string;
  readonly ancestors: readonly string[];
  readonly abstract: boolean;
}

/**
 * Expands a value set from its definition and the code systems at hand: include, exclude, is-a and descendent-of, nested sets.
 * Abstract codes are left out. Answers undefined when a part cannot be known here (an absent code system under a filter, an unknown filter).
 */
export function expandValueSet(url: string, terminology: Terminology): ValueSetIr | undefined {
  const expansion = expand(url, terminology, new Set());
  if (expansion === undefined) return undefined;
  const codes = [...expansion.codes].map(([system, set]): [string, readonly string[]] => [system, [...set]]);
  return { url, codes: Object.fromEntries(codes), open: [...expansion.open] };
}

function expand(url: string, terminology: Terminology, above: ReadonlySet<string>): Expansion | undefined {
  const compose = terminology.valueSets.get(url)?.['compose'];
  if (!isObject(compose) || above.has(url)) return undefined;
  const inner = new Set([...above, url]);
  const included = toObjects(compose['include']).map((part) => expandPart(part, terminology, inner));
  const excluded = toObjects(compose['exclude']).map((part) => expandPart(part, terminology, inner));
  return combine(included, excluded);
}

/** Adds and takes away whole parts; undefined when one of them is not known, or everything of a system would have to be taken away. */
function combine(included: Parts, excluded: Parts): Expansion | undefined {
  const added = included.filter((part) => part !== undefined);
  const taken = excluded.filter((part) => part !== undefined);
  if (added.length < included.length || taken.length < excluded.length || taken.some((part) => part.open.size > 0)) return undefined;
  const whole: Expansion = { codes: new Map(), open: new Set() };
  for (const part of added) add(whole, part);
  for (const part of taken) remove(whole, part);
  return whole;
}

function remove(whole: Expansion, part: Expansion): void {
  for (const [system, codes] of part.codes) for (const code of codes) whole.codes.get(system)?.delete(code);
}

function add(whole: Expansion, part: Expansion): void {
  for (const system of part.open) whole.open.add(system);
  for (const [system, codes] of part.codes) {
    const known = whole.codes.get(system) ?? new Set();
    for (const code of codes) known.add(code);
    whole.codes.set(system, known);
  }
}

function expandPart(part: JsonObject, terminology: Terminology, above: ReadonlySet<string>): Expansion | undefined {
  const nested = toStrings(part['valueSet']);
  const system = toText(part['system']);
  const expansions = nested.map((url) => expand(toBareCanonical(url), terminology, above));
  if (system !== '') expansions.push(expandSystem(part, system, terminology));
  return expansions.reduce((left, right) => (left && right ? intersect(left, right) : undefined));
}

/** R4 4.9.3: within one include, the value sets and the system are all conditions at once. */
function intersect(left: Expansion, right: Expansion): Expansion | undefined {
  if (left.open.size > 0 || right.open.size > 0) return undefined;
  const codes = [...left.codes].map(([system, set]): [string, Set<string>] => {
    const other = right.codes.get(system);
    return [system, new Set([...set].filter((code) => other?.has(code)))];
  });
  return { codes: new Map(codes), open: new Set() };
}

function expandSystem(part: JsonObject, system: string, terminology: Terminology): Expansion | undefined {
  const listed = toObjects(part['concept']).map((concept) => toText(concept['code']));
  if (listed.length > 0) return toExpansion(system, listed);
  const definition = terminology.codeSystems.get(system);
  const filters = toObjects(part['filter']);
  if (definition?.['content'] !== 'complete') {
    return filters.length === 0 ? { codes: new Map(), open: new Set([system]) } : undefined;
  }
  const concepts = toConcepts(toObjects(definition['concept']), []);
  const tests = filters.map(toTest);
  const chosen = concepts.filter((concept) => !concept.abstract && tests.every((test) => test?.(concept) === true));
  return tests.includes(undefined)
    ? undefined
    : toExpansion(
        system,
        chosen.map((concept) => concept.code),
      );
}

function toExpansion(system: string, codes: readonly string[]): Expansion {
  return { codes: new Map([[system, new Set(codes)]]), open: new Set() };
}

function toConcepts(concepts: readonly JsonObject[], ancestors: readonly string[]): readonly Concept[] {
  return concepts.flatMap((concept) => {
    const code = toText(concept['code']);
    const abstract = toObjects(concept['property']).some((each) => each['code'] === 'notSelectable' && each['valueBoolean'] === true);
    return [{ code, ancestors, abstract }, ...toConcepts(toObjects(concept['concept']), [...ancestors, code])];
  });
}

function toTest(filter: JsonObject): ((concept: Concept) => boolean) | undefined {
  const value = toText(filter['value']);
  if (filter['property'] !== 'concept') return undefined;
  switch (filter['op']) {
    case 'is-a':
      return (concept) => concept.code === value || concept.ancestors.includes(value);
    case 'descendent-of':
      return (concept) => concept.ancestors.includes(value);
    case 'is-not-a':
      return (concept) => concept.code !== value && !concept.ancestors.includes(value);
    default:
      return undefined;
  }
}
