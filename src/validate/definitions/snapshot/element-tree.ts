import { toText } from '../../json.ts';
import type { JsonObject } from '../../json.ts';
import { DefinitionFault } from '../definition-fault.ts';

/** An element of a snapshot being put together: what is said of it, what is inside, and the slices beside it. */
export interface ElementNode {
  facts: JsonObject;
  /** The types of a choice before the differential left only some of them. */
  offered?: readonly JsonObject[];
  readonly children: Map<string, ElementNode>;
  readonly slices: Map<string, ElementNode>;
}

/** One step of an element's id: `identifier:nik`. */
export interface Step {
  readonly name: string;
  readonly slice?: string;
}

/** How many more elements may be made; slices of slices multiply, and a definition comes from outside. */
export interface Budget {
  left: number;
}

/** Splits an element id into its steps, without the type it begins with. */
export function toSteps(id: string): readonly Step[] {
  return id.split('.').slice(1).map(toStep);
}

function toStep(text: string): Step {
  const colon = text.indexOf(':');
  return colon < 0 ? { name: text } : { name: text.slice(0, colon), slice: text.slice(colon + 1) };
}

/** Builds the tree of a snapshot by its element ids. Throws DefinitionFault for an element whose parent is not there. */
export function toElementTree(elements: readonly JsonObject[]): ElementNode {
  const [first = {}, ...rest] = elements;
  const root = toNode(first);
  for (const facts of rest) {
    const id = toText(facts['id']) || toText(facts['path']);
    if (!hang(root, toSteps(id), facts)) throw new DefinitionFault('definition-broken', id);
  }
  return root;
}

function hang(root: ElementNode, steps: readonly Step[], facts: JsonObject): boolean {
  const parent = steps.slice(0, -1).reduce<ElementNode | undefined>((node, step) => node && descend(node, step), root);
  const last = steps.at(-1);
  if (parent === undefined || last === undefined) return false;
  const holder = last.slice === undefined ? parent.children : parent.children.get(last.name)?.slices;
  holder?.set(last.slice ?? last.name, toNode(facts));
  return holder !== undefined;
}

/** Goes one step down an existing tree. */
export function descend(node: ElementNode, { name, slice }: Step): ElementNode | undefined {
  const child = node.children.get(name);
  return slice === undefined ? child : child?.slices.get(slice);
}

/** Makes an element with nothing inside. */
export function toNode(facts: JsonObject): ElementNode {
  return { facts, children: new Map(), slices: new Map() };
}

/** Copies an element with all that is inside, and with its slices where they are wanted. Throws DefinitionFault when the budget is used up. */
export function copyNode(node: ElementNode, budget: Budget, withSlices = true): ElementNode {
  if (--budget.left < 0) throw new DefinitionFault('definition-too-large', toText(node.facts['path']));
  const copy = toNode(node.facts);
  for (const [name, child] of node.children) copy.children.set(name, copyNode(child, budget));
  if (withSlices) for (const [name, slice] of node.slices) copy.slices.set(name, copyNode(slice, budget));
  return copy;
}

/** Lists a tree as a snapshot: each element, what is inside it, then its slices. */
export function toElements(root: ElementNode, type: string): readonly JsonObject[] {
  const elements: JsonObject[] = [];
  list(root, type, type, elements);
  return elements;
}

function list(node: ElementNode, id: string, path: string, elements: JsonObject[]): void {
  elements.push({ ...node.facts, id, path });
  for (const [name, child] of node.children) list(child, `${id}.${name}`, `${path}.${name}`, elements);
  for (const [name, slice] of node.slices) list(slice, `${id}:${name}`, path, elements);
}
