import { toChoiceKey } from '../ir.ts';
import type { ElementIr, ProfileIr } from '../ir.ts';
import { isObject } from '../json.ts';
import type { JsonObject } from '../json.ts';
import { isSelected } from '../select.ts';
import type { SelectorWorld } from '../select.ts';
import { toSelectors } from '../selector.ts';
import type { Profiles } from './discriminator-path.ts';
import { toSlicing, toSliceTree } from './slice-tree.ts';

/** One element a profile marks as mustSupport, and in how many of the resources it was filled. */
export interface SupportCount {
  /** Its path, slices with a colon: `Observation.component:sistolik.value`. */
  readonly path: string;
  readonly filled: number;
}

/** What slices are told apart with: the same as while validating, and the profiles that types name. */
export interface SupportWorld extends SelectorWorld {
  readonly profiles: Profiles;
}

/**
 * Counts how many resources fill each element that a profile marks as mustSupport, its slices too (R4 1.3.1.3.1), for those who want to know
 * whether a system can do what the profile promises. Elements never filled are in the list with a zero. Slices that cannot be told apart here are left out.
 */
export function countMustSupport(profile: ProfileIr, resources: readonly JsonObject[], world: SupportWorld): readonly SupportCount[] {
  const counts = new Map<string, number>();
  for (const name of listSupported(profile.root, profile.type)) counts.set(name, 0);
  for (const resource of resources) {
    const filled = new Set<string>();
    visit(profile.root, profile.type, [resource], { world, filled });
    for (const path of filled) counts.set(path, (counts.get(path) ?? 0) + 1);
  }
  return [...counts].map(([path, filled]) => ({ path, filled }));
}

interface Visit {
  readonly world: SupportWorld;
  readonly filled: Set<string>;
}

function listSupported(element: ElementIr, path: string): readonly string[] {
  const own = element.mustSupport === true && path.includes('.') ? [path] : [];
  const children = element.children.flatMap((child) => listSupported(child, `${path}.${child.name}`));
  const slices = element.slices.flatMap((slice) => listSupported(slice.element, `${path}:${slice.name}`));
  return [...own, ...children, ...slices];
}

/** Marks what is filled of an element, given its values in one resource. */
function visit(element: ElementIr, path: string, values: readonly unknown[], marks: Visit): void {
  if (values.length === 0) return;
  if (element.mustSupport === true && path.includes('.')) marks.filled.add(path);
  for (const child of element.children) {
    const inner = values.flatMap((value) => toValues(value, child));
    visit(child, `${path}.${child.name}`, inner, marks);
  }
  visitSlices(element, path, values, marks);
}

function visitSlices(element: ElementIr, path: string, values: readonly unknown[], marks: Visit): void {
  const slicing = element.choice ? undefined : toSlicing(element);
  if (slicing === undefined) return;
  for (const { name, element: slice } of toSliceTree(element)) {
    const selectors = toSelectors(slice, slicing, marks.world.profiles);
    const members = selectors === undefined ? [] : values.filter((value) => isSelected(value, selectors, marks.world));
    visit(slice, `${path}:${name}`, members, marks);
  }
}

/** The values of a child, those of a choice under the key of any of its types; what is only a companion counts as filled. */
function toValues(holder: unknown, { name, choice, types }: ElementIr): readonly unknown[] {
  if (!isObject(holder)) return [];
  const keys = choice ? types.map((type) => toChoiceKey(name, type.code)) : [name];
  return keys.flatMap((key): readonly unknown[] => {
    const value = holder[key] ?? holder[`_${key}`];
    if (value === undefined) return [];
    return Array.isArray(value) ? value.map((each: unknown) => each) : [value];
  });
}
