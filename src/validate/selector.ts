import type { DiscriminatorIr, ElementIr, FixedIr, SlicingIr } from './ir.ts';
import { toChoiceKey } from './ir.ts';
import { isObject } from './json.ts';

/** One step of a discriminator's path: the JSON keys it may take, and the url where it steps into an extension. */
export interface Step {
  readonly keys: readonly string[];
  readonly url?: string;
}

/** What must be found at the end of the path, in at least one place, for an item to belong to a slice. */
export type Selector =
  | { readonly kind: 'fixed' | 'pattern'; readonly steps: readonly Step[]; readonly json: unknown }
  | { readonly kind: 'codes'; readonly steps: readonly Step[]; readonly valueSet: string }
  | { readonly kind: 'exists'; readonly steps: readonly Step[]; readonly present: boolean }
  | { readonly kind: 'type'; readonly steps: readonly Step[]; readonly codes: readonly string[] }
  | { readonly kind: 'profile'; readonly steps: readonly Step[]; readonly urls: readonly string[] };

interface Place {
  readonly element: ElementIr | undefined;
  readonly value: FixedIr | undefined;
  readonly steps: readonly Step[];
}

/** Turns the discriminators of a slicing into tests for one slice; undefined when one of them cannot be decided from the item alone. */
export function toSelectors(slice: ElementIr, slicing: SlicingIr): readonly Selector[] | undefined {
  const selectors = slicing.discriminators.map((discriminator) => toSelector(slice, discriminator));
  const known = selectors.filter((selector) => selector !== undefined);
  return known.length === selectors.length && known.length > 0 ? known : undefined;
}

function toSelector(slice: ElementIr, discriminator: DiscriminatorIr): Selector | undefined {
  const names = toNames(discriminator.path);
  const place = names?.reduce<Place>(step, { element: slice, value: slice.value, steps: [] });
  if (place === undefined) return undefined;
  if (discriminator.type === 'value' || discriminator.type === 'pattern') return toValueSelector(slice, place);
  return place.element && toKindSelector(discriminator.type, place.element, place.steps);
}

function toKindSelector(type: string, element: ElementIr, steps: readonly Step[]): Selector | undefined {
  switch (type) {
    case 'exists':
      return { kind: 'exists', steps, present: element.max !== 0 };
    case 'type':
      return { kind: 'type', steps, codes: element.types.map((each) => each.code) };
    case 'profile':
      return { kind: 'profile', steps, urls: element.types.flatMap((each) => each.profiles) };
    default:
      return undefined;
  }
}

/** Splits `code.coding`, `$this` or `extension('url').value`; undefined where the path leaves the item or changes its type. */
function toNames(path: string): readonly string[] | undefined {
  if (path.includes('resolve()') || path.includes('ofType(')) return undefined;
  const names = path.match(/extension\('[^']*'\)|[^.]+/g) ?? [];
  return names.filter((name) => name !== '$this');
}

function step(place: Place, name: string): Place {
  const url = /^extension\('([^']*)'\)$/.exec(name)?.[1];
  if (url !== undefined)
    return { element: toExtension(place.element, url), value: undefined, steps: [...place.steps, { keys: ['extension'], url }] };
  const element = place.element?.children.find((child) => child.name === name);
  const keys = element?.choice === true ? element.types.map((type) => toChoiceKey(name, type.code)) : [name];
  return { element, value: element?.value ?? toInner(place.value, name), steps: [...place.steps, { keys }] };
}

function toExtension(element: ElementIr | undefined, url: string): ElementIr | undefined {
  const extension = element?.children.find((child) => child.name === 'extension');
  return extension?.slices.find((slice) => slice.element.types.some((type) => type.profiles.includes(url)))?.element;
}

/** The part of an ancestor's pattern that lies at this name; of a list only a single member is unambiguous. */
function toInner(value: FixedIr | undefined, name: string): FixedIr | undefined {
  const json: unknown = Array.isArray(value?.json) && value.json.length === 1 ? value.json[0] : value?.json;
  return value && isObject(json) && json[name] !== undefined ? { kind: value.kind, json: json[name] } : undefined;
}

function toValueSelector(slice: ElementIr, { element, value, steps }: Place): Selector | undefined {
  if (value !== undefined) return { kind: value.kind, steps, json: value.json };
  const profile = isUrl(steps) ? toExtensionProfile(slice) : undefined;
  if (profile !== undefined) return { kind: 'fixed', steps, json: profile };
  return element && toGatheredSelector(element, steps);
}

function toGatheredSelector(element: ElementIr, steps: readonly Step[]): Selector | undefined {
  const pattern = toPattern(element);
  if (pattern !== undefined) return { kind: 'pattern', steps, json: pattern };
  return element.binding?.strength === 'required' ? { kind: 'codes', steps, valueSet: element.binding.valueSet } : undefined;
}

function isUrl(steps: readonly Step[]): boolean {
  return steps.length === 1 && steps[0]?.keys[0] === 'url';
}

/** The definition of the extension a slice stands for: its canonical is the url to look for. */
function toExtensionProfile(slice: ElementIr): string | undefined {
  return slice.types.flatMap((type) => (type.code === 'Extension' ? type.profiles : []))[0];
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
