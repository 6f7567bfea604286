import type { ConstraintIr, ElementIr, ProfileIr, SlicingIr, TypeIr } from './ir.ts';
import type { Lookup } from './registry.ts';
import { toSelectors } from './selector.ts';
import type { Selector } from './selector.ts';

/** What a profile adds to its base type at one element; everything the base walk already proves is gone. */
export interface Overlay {
  readonly element: ElementIr;
  /** Types that the base allows and the profile does not. */
  readonly dropped: readonly string[];
  readonly slicing?: SlicingIr;
  readonly slices: readonly SliceOverlay[];
  /** True when slices are sliced again: what the inner ones demand is not checked, and said to be undecided. */
  readonly resliced?: boolean;
  readonly children: readonly Overlay[];
}

/** What a slice demands; without selectors its members cannot be told apart here. */
export interface SliceOverlay {
  readonly name: string;
  readonly min: number;
  readonly max: number | null;
  readonly selectors: readonly Selector[] | undefined;
  readonly overlay: Overlay;
}

/** The base types by code. */
type Bases = Lookup<ProfileIr>;

/** Reduces a profile to what it says beyond its base type, so that both walks together check everything once. */
export function toOverlay(profile: ProfileIr, bases: Bases): Overlay {
  const base = bases.get(profile.type)?.root;
  return prune(profile.root, base, bases) ?? toEmpty(profile.root);
}

function toEmpty(element: ElementIr): Overlay {
  return { element: { ...element, min: 0, max: null, constraints: [] }, dropped: [], slices: [], children: [] };
}

function prune(element: ElementIr, base: ElementIr | undefined, bases: Bases): Overlay | undefined {
  const bounds = toBounds(element, base);
  const overlay: Overlay = {
    element: { ...toRest(element, base), ...bounds },
    ...(bounds.max === 0 ? { dropped: [], slices: [], children: [] } : toInner(element, base, bases)),
    ...(element.slicing && { slicing: element.slicing }),
    ...(bounds.max !== 0 && isResliced(element) && { resliced: true }),
  };
  return saysSomething(overlay) ? overlay : undefined;
}

/** R4 5.1.0.14: a slice of a slice is named `outer/inner`. */
function isResliced({ slices }: ElementIr): boolean {
  return slices.some(({ name }) => name.includes('/'));
}

function toBounds({ min, max }: ElementIr, base: ElementIr | undefined): Pick<ElementIr, 'min' | 'max'> {
  return { min: min <= (base?.min ?? 0) ? 0 : min, max: max === base?.max ? null : max };
}

function toInner(element: ElementIr, base: ElementIr | undefined, bases: Bases): Pick<Overlay, 'dropped' | 'slices' | 'children'> {
  return { dropped: toDropped(element, base), slices: toSlices(element, base, bases), children: toChildren(element, base, bases) };
}

function saysSomething({ element, dropped, slices, children }: Overlay): boolean {
  return (
    element.min > 0 ||
    element.max !== null ||
    element.value !== undefined ||
    element.binding !== undefined ||
    element.limits !== undefined ||
    dropped.length + slices.length + children.length + element.constraints.length > 0 ||
    element.types.some((type) => type.profiles.length + type.targets.length > 0)
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
  };
}

function toDropped(element: ElementIr, base: ElementIr | undefined): readonly string[] {
  const allowed = new Set(element.types.map((type) => type.code));
  return (base?.types ?? []).map((type) => type.code).filter((code) => base?.choice === true && !allowed.has(code));
}

function toSlices(element: ElementIr, base: ElementIr | undefined, bases: Bases): readonly SliceOverlay[] {
  const { slicing } = element;
  if (slicing === undefined) return [];
  // The outer slice keeps the members of an inner one, so counting the inner one here would be a false alarm.
  const outer = element.slices.filter(({ name }) => !name.includes('/'));
  return outer.map(({ name, element: slice }) => {
    const pruned = prune(slice, base && { ...base, choice: false }, bases) ?? toEmpty(slice);
    return { name, min: slice.min, max: slice.max, selectors: toSelectors(slice, slicing), overlay: pruned };
  });
}

function toChildren(element: ElementIr, base: ElementIr | undefined, bases: Bases): readonly Overlay[] {
  if (element.children.length === 0) return [];
  const known = toBaseChildren(element, base, bases);
  return element.children.flatMap((child) => prune(child, known.get(child.name), bases) ?? []);
}

function toBaseChildren(element: ElementIr, base: ElementIr | undefined, bases: Bases): ReadonlyMap<string, ElementIr> {
  const referred = base?.contentReference === undefined ? base : findElement(base.contentReference, bases);
  const own = referred?.children ?? [];
  const typed = own.length > 0 ? own : element.types.flatMap((type) => bases.get(type.code)?.root.children ?? []);
  return new Map(typed.map((child) => [child.name, child]));
}

/** Finds the base element at a path such as `Questionnaire.item`, for content references. */
function findElement(path: string, bases: Bases): ElementIr | undefined {
  const [type = '', ...names] = path.split('.');
  const root = bases.get(type)?.root;
  return names.reduce<ElementIr | undefined>((element, name) => element?.children.find((child) => child.name === name), root);
}
