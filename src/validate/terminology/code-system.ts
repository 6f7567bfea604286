import { isObject, toObjects, toText } from '../json.ts';
import type { JsonObject } from '../json.ts';

/** Another way a code is shown, in a language or in none that is named. */
interface Designation {
  readonly language: string;
  readonly value: string;
}

/** One code of a code system. `parents` are the codes right above it. */
export interface Concept {
  readonly code: string;
  readonly display: string | undefined;
  readonly designations: readonly Designation[];
  readonly parents: ReadonlySet<string>;
  readonly status: 'active' | 'deprecated' | 'inactive';
  readonly properties: ReadonlyMap<string, readonly string[]>;
}

/** A code system made ready for lookups. Only of one whose content is complete can it be said that a code does not exist. */
export interface CodeSystem {
  readonly url: string;
  readonly complete: boolean;
  readonly caseSensitive: boolean;
  readonly language: string;
  readonly concepts: ReadonlyMap<string, Concept>;
}

interface Draft extends Concept {
  readonly parents: Set<string>;
}

/** Reads a CodeSystem resource. What says nothing usable is left out; nothing throws. */
export function readCodeSystem(resource: JsonObject): CodeSystem {
  const concepts = new Map<string, Draft>();
  gather(toObjects(resource['concept']), concepts);
  for (const concept of concepts.values()) {
    // v3 code systems state a second parent by the property `child` of that parent.
    for (const code of concept.properties.get('child') ?? []) concepts.get(code)?.parents.add(concept.code);
    for (const code of concept.properties.get('parent') ?? []) concept.parents.add(code);
  }
  return {
    url: toText(resource['url']),
    complete: resource['content'] === 'complete',
    caseSensitive: resource['caseSensitive'] === true,
    language: toText(resource['language']),
    concepts,
  };
}

/** Walks the hierarchy without recursion, because a hostile one may be deep. */
function gather(roots: readonly JsonObject[], concepts: Map<string, Draft>): void {
  const waiting: { readonly node: JsonObject; readonly parent: string | undefined }[] = [];
  const push = (nodes: readonly JsonObject[], parent: string | undefined): void => {
    for (let at = nodes.length - 1; at >= 0; at--) {
      const node = nodes[at];
      if (node !== undefined) waiting.push({ node, parent });
    }
  };
  push(roots, undefined);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const code = toText(next.node['code']);
    const concept = concepts.get(code) ?? toConcept(next.node, code);
    if (next.parent !== undefined) concept.parents.add(next.parent);
    concepts.set(code, concept);
    push(toObjects(next.node['concept']), code);
  }
}

function toConcept(node: JsonObject, code: string): Draft {
  const properties = toProperties(node);
  const display = node['display'];
  return {
    code,
    display: typeof display === 'string' ? display : undefined,
    designations: toObjects(node['designation']).map((each) => ({ language: toText(each['language']), value: toText(each['value']) })),
    parents: new Set(),
    status: toStatus(properties),
    properties,
  };
}

function toProperties(node: JsonObject): ReadonlyMap<string, readonly string[]> {
  const properties = new Map<string, readonly string[]>();
  for (const property of toObjects(node['property'])) {
    const code = toText(property['code']);
    const value = Object.entries(property).find(([key]) => key.startsWith('value'))?.[1];
    const text = isObject(value) ? toText(value['code']) : String(value);
    properties.set(code, [...(properties.get(code) ?? []), text]);
  }
  return properties;
}

function toStatus(properties: ReadonlyMap<string, readonly string[]>): Concept['status'] {
  const status = properties.get('status')?.[0]?.toLowerCase();
  if (status === 'retired' || status === 'inactive' || properties.get('inactive')?.[0] === 'true') return 'inactive';
  return status === 'deprecated' ? 'deprecated' : 'active';
}

/** A supplement adds to a system and is none; of one whose codes are elsewhere nothing can be looked up. */
export function hasContent({ content }: JsonObject): boolean {
  return content === 'complete' || content === 'fragment' || content === 'example';
}

/** True when one code is the other, or lies anywhere below it. */
export function isBelow(system: CodeSystem, code: string, ancestor: string): boolean {
  const seen = new Set<string>([code]);
  for (const each of seen) {
    if (each === ancestor) return true;
    for (const parent of system.concepts.get(each)?.parents ?? []) seen.add(parent);
  }
  return false;
}
