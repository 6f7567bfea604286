import { toBareCanonical } from '../ir.ts';
import { isObject, toObjects, toText } from '../json.ts';
import { BASE } from '../registry.ts';
import type { JsonObject } from '../json.ts';
import { DefinitionFault } from './definition-fault.ts';
import { toElements, toElementTree } from './snapshot/element-tree.ts';
import type { ElementNode } from './snapshot/element-tree.ts';
import { applyDifferential } from './snapshot/generate-snapshot.ts';

/** Some fifty times the largest profile of R4. */
const MOST_ELEMENTS = 50_000;

/** Gives a definition its snapshot where it came without. Throws DefinitionFault where that cannot be made. */
export type CompleteDefinition = (definition: JsonObject) => JsonObject;

/** Makes snapshots from differentials; bases that have none get theirs on the way, each once. */
export function createCompletion(find: (canonical: string) => JsonObject | undefined): CompleteDefinition {
  const trees = new Map<JsonObject, ElementNode>();
  const under = new Set<JsonObject>();
  const findTree = (canonical: string): ElementNode | undefined => {
    const definition = find(canonical);
    // A profile that is being put together cannot be walked into; its type can.
    return definition === undefined || under.has(definition) ? undefined : toTree(definition);
  };
  const toTree = (definition: JsonObject): ElementNode => {
    const known = trees.get(definition);
    if (known !== undefined) return known;
    under.add(definition);
    try {
      const tree = readSnapshotTree(definition) ?? generate(definition);
      trees.set(definition, tree);
      return tree;
    } finally {
      under.delete(definition);
    }
  };
  const generate = (definition: JsonObject): ElementNode => {
    const url = toText(definition['baseDefinition']);
    const base = findTree(url);
    if (base === undefined) throw new DefinitionFault('definition-base-unknown', toBareCanonical(url));
    return applyDifferential(base, toPart(definition, 'differential'), { find: findTree, budget: { left: MOST_ELEMENTS } });
  };
  return (definition) => {
    if (readSnapshotTree(definition) !== undefined) return definition;
    const type = toText(definition['type']);
    return { ...definition, snapshot: { element: toElements(toTree(definition), type).map((element) => toBaseReference(element, type)) } };
  };
}

/** Content that is repeated is that of the type, as in the snapshots the reference validator makes; `#path` alone would mean the profile's. */
function toBaseReference(element: JsonObject, type: string): JsonObject {
  const { contentReference } = element;
  return typeof contentReference === 'string' && contentReference.startsWith('#')
    ? { ...element, contentReference: `${BASE}${type}${contentReference}` }
    : element;
}

/** A snapshot with orphaned elements counts as missing where there is a differential to make it from: R4's own `catalog` has one. */
function readSnapshotTree(definition: JsonObject): ElementNode | undefined {
  const snapshot = toPart(definition, 'snapshot');
  if (snapshot.length === 0) return undefined;
  try {
    return toElementTree(snapshot);
  } catch (fault) {
    if (toPart(definition, 'differential').length > 0) return undefined;
    throw fault;
  }
}

function toPart(definition: JsonObject, name: 'snapshot' | 'differential'): readonly JsonObject[] {
  const part = definition[name];
  return isObject(part) ? toObjects(part['element']) : [];
}
