import { toBareCanonical } from '../ir.ts';
import type { ValueSetIr } from '../ir.ts';
import { isObject, toObjects, toStrings, toText } from '../json.ts';
import type { JsonObject } from '../json.ts';
import type { CodeSystem, Concept } from './code-system.ts';
import { toConceptTest } from './concept-filter.ts';
import { intersect, isEmptyOfDoubt, subtract, toDoubt, toEmpty, toListed, toWhole, unite } from './expansion.ts';
import type { Expansion } from './expansion.ts';

/** Where an expansion finds what a value set is composed of. */
export interface ExpansionSource {
  /** A ValueSet by canonical; `|version` is heeded. */
  readonly toValueSet: (canonical: string) => JsonObject | undefined;
  /** A code system whose codes are held, in part or whole. */
  readonly toCodeSystem: (canonical: string) => CodeSystem | undefined;
}

/** Deeper nesting of value sets is no content of a real one. */
const DEEPEST = 64;

/** What an expansion goes on with: the sets above the one being expanded, and the one itself for its contained resources. */
interface Frame {
  readonly source: ExpansionSource;
  readonly above: ReadonlySet<string>;
  /** Expansions already made, so that sets which share parts are not expanded over and over. */
  readonly made: Map<string, Expansion>;
}

/**
 * Expands a value set from its definition and the code systems at hand (R4 4.9.3): include, exclude, filters, nested sets, a given expansion.
 * What cannot be known here stays in the answer as a doubt, with its reason; undefined only where the set itself is not held.
 */
export function expandValueSet(canonical: string, source: ExpansionSource): ValueSetIr | undefined {
  if (source.toValueSet(canonical) === undefined) return undefined;
  const { codes, whole, open, beyond } = expand(canonical, { source, above: new Set(), made: new Map() });
  const reason = beyond ?? [...open.values()][0];
  return {
    url: toBareCanonical(canonical),
    codes: Object.fromEntries([...codes].map(([system, set]) => [system, [...set]])),
    open: [...open.keys()],
    ...(whole.size > 0 && { whole: [...whole] }),
    ...(reason !== undefined && { reason }),
    ...(beyond !== undefined && { beyond: true as const }),
  };
}

function expand(canonical: string, frame: Frame): Expansion {
  const made = frame.made.get(canonical);
  if (made !== undefined) return made;
  const resource = frame.source.toValueSet(canonical);
  if (resource === undefined) return toDoubt('value-set-not-held');
  if (frame.above.has(canonical)) return toDoubt('value-set-circular');
  if (frame.above.size > DEEPEST) return toDoubt('value-set-too-deep');
  const expansion = expandResource(resource, { ...frame, above: new Set([...frame.above, canonical]) });
  frame.made.set(canonical, expansion);
  return expansion;
}

/** The definition is what counts; a given expansion stands in where the definition cannot be worked out here. */
function expandResource(resource: JsonObject, frame: Frame): Expansion {
  const { compose } = resource;
  const given = isObject(resource['expansion']) ? toGiven(resource['expansion']) : undefined;
  if (!isObject(compose)) return given ?? toDoubt('value-set-without-content');
  const active = compose['inactive'] === false;
  const parts = (key: string): readonly Expansion[] => toObjects(compose[key]).map((part) => expandPart(part, active, frame));
  const composed = subtract(parts('include').reduce(unite, toEmpty()), parts('exclude'));
  return isEmptyOfDoubt(composed) ? composed : (given ?? composed);
}

/** The codes of an expansion somebody else made; one that says it was cut is not the whole. */
function toGiven(expansion: JsonObject): Expansion | undefined {
  const listed = new Map<string, Set<string>>();
  const waiting = [...toObjects(expansion['contains'])];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const system = toText(next['system']);
    if (typeof next['code'] === 'string') listed.set(system, (listed.get(system) ?? new Set()).add(next['code']));
    waiting.push(...toObjects(next['contains']));
  }
  const count = [...listed.values()].reduce((sum, codes) => sum + codes.size, 0);
  const cut = typeof expansion['total'] === 'number' && expansion['total'] > count;
  return cut || count === 0 || toObjects(expansion['extension']).length > 0 ? undefined : { ...toEmpty(), codes: listed };
}

/** R4 4.9.3: within one include, the value sets and the system are all conditions at once. */
function expandPart(part: JsonObject, active: boolean, frame: Frame): Expansion {
  const system = toText(part['system']);
  const nested = toStrings(part['valueSet']).map((url) => expand(url, frame));
  const all = system === '' ? nested : [...nested, expandSystem(part, system, { active, frame })];
  const [first, ...others] = all;
  return first === undefined ? toEmpty() : others.reduce(intersect, first);
}

interface Choice {
  readonly active: boolean;
  readonly frame: Frame;
}

function expandSystem(part: JsonObject, system: string, { active, frame }: Choice): Expansion {
  const listed = toObjects(part['concept']).map((concept) => toText(concept['code']));
  if (listed.length > 0) return toListed(system, listed);
  const filters = toObjects(part['filter']);
  const version = toText(part['version']);
  const held = frame.source.toCodeSystem(version === '' ? system : `${system}|${version}`) ?? frame.source.toCodeSystem(system);
  if (filters.length === 0) return held?.complete === true ? toChosen(held, active, []) : toWhole(system);
  return held === undefined ? toDoubt('code-system-not-held', system) : expandFiltered(held, filters, active);
}

function expandFiltered(held: CodeSystem, filters: readonly JsonObject[], active: boolean): Expansion {
  const tests = filters.map((filter) => toConceptTest(filter, held));
  const known = tests.filter((test) => test !== undefined);
  if (known.length < tests.length) return toDoubt('filter-not-supported', held.url);
  const chosen = toChosen(held, active, known);
  return held.complete ? chosen : { ...chosen, open: new Map([[held.url, 'code-system-in-part']]) };
}

/** Abstract codes belong to a value set: the reference validator accepts them, and R4 leaves it to the use (4.8.5). */
function toChosen(held: CodeSystem, active: boolean, tests: readonly ((concept: Concept) => boolean)[]): Expansion {
  const codes: string[] = [];
  for (const concept of held.concepts.values()) {
    if (active && concept.status === 'inactive') continue;
    if (tests.every((test) => test(concept))) codes.push(concept.code);
  }
  return toListed(held.url, codes);
}
