import type { DiscriminatorIr, ElementIr, SlicingIr } from './ir.ts';
import { followPath } from './profile/discriminator-path.ts';
import type { Place, Profiles, Step } from './profile/discriminator-path.ts';

/** What must be found at the end of the path, in at least one place, for an item to belong to a slice. */
export type Selector =
  | { readonly kind: 'fixed' | 'pattern'; readonly steps: readonly Step[]; readonly json: unknown }
  | { readonly kind: 'codes'; readonly steps: readonly Step[]; readonly valueSet: string }
  | { readonly kind: 'exists'; readonly steps: readonly Step[]; readonly present: boolean }
  | { readonly kind: 'type'; readonly steps: readonly Step[]; readonly codes: readonly string[] }
  | { readonly kind: 'profile'; readonly steps: readonly Step[]; readonly urls: readonly string[] };

/**
 * Turns the discriminators of a slicing into tests for one slice, with the help of the profiles its types name.
 * As in the reference validator, a discriminator that says nothing of the slice is passed over; undefined when none says anything.
 */
export function toSelectors(slice: ElementIr, slicing: SlicingIr, profiles: Profiles): readonly Selector[] | undefined {
  const named = slice.types.flatMap((type) => type.profiles).flatMap((url) => profiles.get(url)?.root ?? []);
  const selectors = slicing.discriminators.flatMap((discriminator): readonly Selector[] => {
    for (const root of [slice, ...named]) {
      const selector = toSelector(root, discriminator, profiles) ?? toUrlSelector(slice, discriminator);
      if (selector !== undefined) return [selector];
    }
    return [];
  });
  return selectors.length > 0 ? selectors : undefined;
}

function toSelector(root: ElementIr, { type, path }: DiscriminatorIr, profiles: Profiles): Selector | undefined {
  const place = followPath(path, root, profiles);
  const { element, steps } = place;
  if (steps.length > 0 && element?.max === 0) return { kind: 'exists', steps, present: false };
  if (type === 'value' || type === 'pattern') return toValueSelector(place);
  return element && toKindSelector(type, element, steps);
}

function toKindSelector(type: string, element: ElementIr, steps: readonly Step[]): Selector | undefined {
  switch (type) {
    case 'exists':
      return element.min > 0 ? { kind: 'exists', steps, present: true } : undefined;
    case 'type':
      return toTypeSelector(element, steps);
    case 'profile':
      return toProfileSelector(element, steps);
    default:
      return undefined;
  }
}

/** A choice shows its type by its key, so that there it is enough that the key is there. */
function toTypeSelector(element: ElementIr, steps: readonly Step[]): Selector | undefined {
  if (element.types.length === 0) return undefined;
  if (element.choice && steps.length > 0) return { kind: 'exists', steps, present: true };
  return { kind: 'type', steps, codes: element.types.map((each) => each.code) };
}

function toProfileSelector(element: ElementIr, steps: readonly Step[]): Selector | undefined {
  const urls = element.types.flatMap((each) => each.profiles);
  return urls.length === 0 ? undefined : { kind: 'profile', steps, urls };
}

function toValueSelector({ element, value, steps }: Place): Selector | undefined {
  if (value !== undefined) return { kind: value.kind, steps, json: value.json };
  return element && toGatheredSelector(element, steps);
}

function toGatheredSelector(element: ElementIr, steps: readonly Step[]): Selector | undefined {
  const pattern = toPattern(element);
  if (pattern !== undefined) return { kind: 'pattern', steps, json: pattern };
  return element.binding?.strength === 'required' ? { kind: 'codes', steps, valueSet: element.binding.valueSet } : undefined;
}

/** The definition of the extension a slice stands for: its canonical is the url to look for. */
function toUrlSelector(slice: ElementIr, { path }: DiscriminatorIr): Selector | undefined {
  const url = slice.types.flatMap((type) => (type.code === 'Extension' ? type.profiles : []))[0];
  return path === 'url' && url !== undefined ? { kind: 'fixed', steps: [{ keys: ['url'] }], json: url } : undefined;
}

/** Gathers the fixed values below an element into one pattern: `coding.system` and `coding.code` must meet in the same coding. */
function toPattern(element: ElementIr): unknown {
  if (element.value !== undefined) return element.value.json;
  const parts = element.children.flatMap((child): readonly [string, unknown][] => {
    const inner = toPattern(child);
    if (inner === undefined || child.choice) return [];
    return [[child.name, child.list && !Array.isArray(inner) ? [inner] : inner]];
  });
  return parts.length === 0 ? undefined : Object.fromEntries(parts);
}
