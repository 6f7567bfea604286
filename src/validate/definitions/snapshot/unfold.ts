import { toBareCanonical } from '../../ir.ts';
import { toObjects, toStrings, toText } from '../../json.ts';
import type { JsonObject } from '../../json.ts';
import { BASE } from '../../registry.ts';
import { copyNode, descend, toSteps } from './element-tree.ts';
import type { Budget, ElementNode } from './element-tree.ts';

/** Where the trees of types and profiles come from; undefined where there is none. */
export interface Grove {
  readonly find: (canonical: string) => ElementNode | undefined;
  readonly budget: Budget;
}

/** Gives an element that has nothing inside yet what its type, its type's profile or the element it refers to has inside. */
export function unfold(node: ElementNode, grove: Grove): void {
  if (node.children.size > 0) return;
  const { contentReference } = node.facts;
  const source = typeof contentReference === 'string' ? findReferred(contentReference, grove) : findTyped(node.facts, grove);
  if (source === undefined) return;
  for (const [name, child] of source.children) node.children.set(name, copyNode(child, grove.budget));
  if (contentReference !== undefined) node.facts = toReferring(node.facts, source.facts);
}

/** `#Questionnaire.item`: the element as its type defines it. */
function findReferred(reference: string, grove: Grove): ElementNode | undefined {
  const path = reference.slice(reference.indexOf('#') + 1);
  const [type = ''] = path.split('.');
  return toSteps(path).reduce<ElementNode | undefined>((node, step) => node && descend(node, step), grove.find(BASE + type));
}

/** An element that has been unfolded no longer refers to the other one: it has the other one's type. */
function toReferring({ contentReference: _, ...facts }: JsonObject, referred: JsonObject): JsonObject {
  return { ...facts, type: referred['type'] };
}

/** The only profile of the only type, else the type; of several types only what every element has is known. */
function findTyped(facts: JsonObject, grove: Grove): ElementNode | undefined {
  const types = toObjects(facts['type']);
  const [type] = types;
  if (types.length > 1) return grove.find(`${BASE}Element`);
  if (type === undefined) return undefined;
  const [profile, ...others] = toStrings(type['profile']);
  const named = profile !== undefined && others.length === 0 ? grove.find(toBareCanonical(profile)) : undefined;
  return named ?? grove.find(BASE + toText(type['code']));
}
