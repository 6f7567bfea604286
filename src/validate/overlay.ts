import type { ConstraintIr, ElementIr, ProfileIr, SlicingIr, TypeIr } from './ir.ts';
import { toBaseChildren, toChoice } from './profile/base-children.ts';
import type { Bases } from './profile/base-children.ts';
import { isExclusive } from './profile/exclude-slices.ts';
import type { Profiles } from './profile/discriminator-path.ts';
import { toSlicing, toSliceTree } from './profile/slice-tree.ts';
import { toSelectors } from './selector.ts';
import type { Selector } from './selector.ts';

/** What a profile adds to its base type at one element; everything the base walk already proves is gone. */
export interface Overlay {
  readonly element: ElementIr;
  /** Types that the base allows and the profile does not. */
  readonly dropped: readonly string[];
  /** The resource types left where the base allows any. */
  readonly resources?: readonly string[];
  /** True where the base takes a resource: what is said inside is asked within that one. */
  readonly holdsResource?: boolean;
  readonly slicing?: SlicingIr;
  readonly slices: readonly SliceOverlay[];
  /** The path whose content this element has again (R4 contentReference), where the profile says something of it. */
  readonly recursion?: string;
  readonly children: readonly Overlay[];
}

/** What a slice demands; without selectors its members cannot be told apart here. */
export interface SliceOverlay {
  readonly name: string;
  readonly min: number;
  readonly max: number | null;
  readonly selectors: readonly Selector[] | undefined;
  /** R4 5.1.0.14: what belongs to no other slice. */
  readonly fallback: boolean;
  /** Later slices that could claim the same value, by their place in the list. */
  readonly rivals: readonly number[];
  readonly overlay: Overlay;
}

/** What a profile is reduced against: the base types by code, and the profiles that its types may name. */
interface World {
  readonly bases: Bases;
  readonly profiles: Profiles;
  /** Paths whose content the profile constrains, and which content references repeat. */
  readonly recursions: ReadonlySet<string>;
}

const NO_PROFILES: Profiles = { get: () => undefined };

/** Reduces a profile to what it says beyond its base type, so that both walks together check everything once. */
export function toOverlay(profile: ProfileIr, bases: Bases, profiles: Profiles = NO_PROFILES): Overlay {
  const base = bases.get(profile.type)?.root;
  const world = { bases, profiles, recursions: new Set<string>() };
  const first = prune(profile.root, base, world) ?? toEmpty(profile.root);
  const recursions = new Set(listReferences(profile.root).filter((path) => hasContent(findOverlay(first, path))));
  if (recursions.size === 0) return first;
  return prune(profile.root, base, { ...world, recursions }) ?? first;
}

/** The overlay at a path such as `Questionnaire.item`; undefined where the profile says nothing there. */
export function findOverlay(root: Overlay, path: string): Overlay | undefined {
  const names = path.split('.').slice(1);
  return names.reduce<Overlay | undefined>((node, name) => node?.children.find((child) => child.element.name === name), root);
}

function hasContent(overlay: Overlay | undefined): boolean {
  return overlay !== undefined && overlay.children.length + overlay.element.constraints.length > 0;
}

function listReferences(element: ElementIr): readonly string[] {
  const own = toRepeated(element);
  return [...(own === undefined ? [] : [own]), ...element.children.flatMap(listReferences)];
}

function toRepeated({ contentReference, refersWithin }: ElementIr): string | undefined {
  return refersWithin === true ? contentReference : undefined;
}

function toEmpty(element: ElementIr): Overlay {
  return { element: { ...element, min: 0, max: null, constraints: [] }, dropped: [], slices: [], children: [] };
}

function prune(element: ElementIr, base: ElementIr | undefined, world: World): Overlay | undefined {
  const bounds = toBounds(element, base);
  const overlay: Overlay = {
    element: { ...toRest(element, base), ...bounds },
    ...(bounds.max === 0 ? { dropped: [], slices: [], children: [] } : toInner(element, base, world)),
    ...toMarks(element, base, world),
  };
  return saysSomething(overlay) ? overlay : undefined;
}

function toMarks(
  element: ElementIr,
  base: ElementIr | undefined,
  world: World,
): Pick<Overlay, 'slicing' | 'resources' | 'holdsResource' | 'recursion'> {
  const slicing = toSlicing(element);
  const resources = toResources(element, base);
  const repeated = toRepeated(element);
  return {
    ...(slicing && { slicing }),
    ...(resources && { resources }),
    ...(base?.types[0]?.code === 'Resource' && { holdsResource: true }),
    ...(repeated !== undefined && world.recursions.has(repeated) && { recursion: repeated }),
  };
}

function toBounds({ min, max }: ElementIr, base: ElementIr | undefined): Pick<ElementIr, 'min' | 'max'> {
  return { min: min <= (base?.min ?? 0) ? 0 : min, max: max === base?.max ? null : max };
}

function toInner(element: ElementIr, base: ElementIr | undefined, world: World): Pick<Overlay, 'dropped' | 'slices' | 'children'> {
  return { dropped: toDropped(element, base), slices: toSlices(element, base, world), children: toChildren(element, base, world) };
}

function saysSomething({ element, dropped, resources, recursion, slices, children }: Overlay): boolean {
  return (
    element.min > 0 ||
    element.max !== null ||
    [element.value, element.binding, element.limits, resources, recursion].some((each) => each !== undefined) ||
    dropped.length + slices.length + children.length + element.constraints.length > 0 ||
    element.types.some((type) => type.profiles.length + type.targets.length > 0 || type.aggregation !== undefined)
  );
}

function toRest(element: ElementIr, base: ElementIr | undefined): ElementIr {
  const { binding, limits, ...rest } = element;
  return {
    ...rest,
    ...(binding && addsTo(base?.binding, binding) && { binding }),
    ...(limits && addsTo(base?.limits, limits) && { limits }),
    types: element.types.map((type) => toAddedType(type, base)),
    constraints: element.constraints.filter((rule) => !hasRule(base, rule)),
  };
}

/** Both come from the same reader, so that equal ones have equal texts. */
function addsTo<Said>(before: Said | undefined, now: Said): boolean {
  return JSON.stringify(before) !== JSON.stringify(now);
}

function hasRule(base: ElementIr | undefined, rule: ConstraintIr): boolean {
  return base?.constraints.some((other) => other.key === rule.key) === true;
}

function toAddedType(type: TypeIr, base: ElementIr | undefined): TypeIr {
  const other = base?.types.find((each) => each.code === type.code);
  return {
    code: type.code,
    profiles: other?.profiles.join() === type.profiles.join() ? [] : type.profiles,
    targets: other?.targets.join() === type.targets.join() ? [] : type.targets,
    ...(type.aggregation && { aggregation: type.aggregation }),
  };
}

function toDropped(element: ElementIr, base: ElementIr | undefined): readonly string[] {
  const allowed = new Set(element.types.map((type) => type.code));
  return (base?.types ?? []).map((type) => type.code).filter((code) => base?.choice === true && !allowed.has(code));
}

/** `Bundle.entry.resource` and its like take any resource; a profile may leave only some types. */
function toResources(element: ElementIr, base: ElementIr | undefined): readonly string[] | undefined {
  const codes = element.types.map((type) => type.code);
  const open = codes.length === 0 || codes.includes('Resource') || codes.includes('DomainResource');
  return open || base?.types[0]?.code !== 'Resource' ? undefined : codes;
}

function toSlices(element: ElementIr, base: ElementIr | undefined, world: World): readonly SliceOverlay[] {
  const slicing = toSlicing(element);
  if (slicing === undefined) return [];
  const tree = toSliceTree(element);
  const selectors = tree.map((slice) => toSelectors(slice.element, slicing, world.profiles));
  return tree.map(({ name, element: slice }, at) => ({
    ...{ name, min: slice.min, max: slice.max, fallback: name.endsWith('@default'), selectors: selectors[at] },
    rivals: element.choice ? [] : toRivals(selectors, at),
    overlay: prune(slice, base && { ...base, choice: false }, world) ?? toEmpty(slice),
  }));
}

function toRivals(all: readonly (readonly Selector[] | undefined)[], at: number): readonly number[] {
  const mine = all[at];
  if (mine === undefined) return [];
  return all.flatMap((other, place) => (place > at && other !== undefined && !isExclusive(mine, other) ? [place] : []));
}

function toChildren(element: ElementIr, base: ElementIr | undefined, world: World): readonly Overlay[] {
  if (element.children.length === 0) return [];
  const known = toBaseChildren(element, base, world.bases);
  const names = new Set(element.children.map((child) => child.name));
  return element.children.flatMap((child) => {
    const named = known.has(child.name) ? child : toChoice(child, known, names);
    return prune(named, known.get(named.name), world) ?? [];
  });
}
