import { toChoiceKey } from '../../ir.ts';
import { toObjects, toText } from '../../json.ts';
import type { JsonObject } from '../../json.ts';
import { DefinitionFault } from '../definition-fault.ts';
import { toSaid } from './differential-steps.ts';
import { copyNode } from './element-tree.ts';
import type { ElementNode, Step } from './element-tree.ts';
import { mergeElement } from './merge-element.ts';
import { unfold } from './unfold.ts';
import type { Grove } from './unfold.ts';

const BY_URL = { discriminator: [{ type: 'value', path: 'url' }], ordered: false, rules: 'open' };
const BY_TYPE = { discriminator: [{ type: 'type', path: '$this' }], ordered: false, rules: 'open' };

/**
 * Puts what a differential says over a copy of its base (R4 5.1.0.5 and 5.1.0.14).
 * Throws DefinitionFault for an element the base does not have, and for one that grows out of measure.
 */
export function applyDifferential(base: ElementNode, differential: readonly JsonObject[], grove: Grove): ElementNode {
  const root = copyNode(base, grove.budget);
  for (const { steps, facts } of toSaid(differential)) {
    const node = steps.reduce<ElementNode>((parent, step) => {
      const next = reach(parent, step, grove);
      if (next === undefined) throw new DefinitionFault('definition-broken', toText(facts['id']) || toText(facts['path']));
      return next;
    }, root);
    node.facts = mergeElement(node.facts, facts);
  }
  return root;
}

/** Goes one step down, unfolding and slicing on the way what was not before. */
function reach(parent: ElementNode, step: Step, grove: Grove): ElementNode | undefined {
  unfold(parent, grove);
  const child = parent.children.get(step.name);
  if (child !== undefined) return step.slice === undefined ? child : toSlice(child, step.slice, grove);
  return step.slice === undefined ? reachShorthand(parent, step.name, grove) : undefined;
}

/** `valueQuantity` in place of `value[x]` leaves the choice no types but those named so. */
function reachShorthand(parent: ElementNode, name: string, grove: Grove): ElementNode | undefined {
  for (const [key, choice] of parent.children) {
    const type = key.endsWith('[x]') ? findType(choice, key.slice(0, -3), name) : undefined;
    if (type === undefined) continue;
    const fresh = !choice.slices.has(name);
    const slice = toSlice(choice, name, grove);
    choice.offered ??= toObjects(choice.facts['type']);
    if (fresh) choice.facts = { ...choice.facts, type: toNamed(choice), slicing: { ...BY_TYPE, rules: 'closed' } };
    return slice;
  }
  return undefined;
}

function toNamed(choice: ElementNode): readonly JsonObject[] {
  return [...choice.slices.values()].flatMap((slice) => toObjects(slice.facts['type']));
}

function findType(choice: ElementNode, stem: string, name: string): JsonObject | undefined {
  return (choice.offered ?? toObjects(choice.facts['type'])).find((type) => toChoiceKey(stem, toText(type['code'])) === name);
}

function toSlice(sliced: ElementNode, name: string, grove: Grove): ElementNode {
  const known = sliced.slices.get(name);
  if (known !== undefined) return known;
  const path = toText(sliced.facts['path']);
  sliced.facts = { ...toImplied(sliced.facts, path), ...sliced.facts };
  const outer = sliced.slices.get(name.slice(0, name.lastIndexOf('/')));
  const slice = copyNode(outer ?? sliced, grove.budget, false);
  const { slicing: _, ...facts } = slice.facts;
  const type = findType(sliced, path.slice(path.lastIndexOf('.') + 1, -3), name);
  slice.facts = { ...facts, min: 0, sliceName: name, ...(type && { type: [type] }) };
  sliced.slices.set(name, slice);
  return slice;
}

/** Extensions are always told apart by their url, and choices by their type (R4 5.1.0.14). */
function toImplied(facts: JsonObject, path: string): JsonObject {
  if (/(?:^|\.)(?:extension|modifierExtension)$/.test(path)) return { slicing: BY_URL };
  return path.endsWith('[x]') && toObjects(facts['type']).length > 0 ? { slicing: BY_TYPE } : {};
}
