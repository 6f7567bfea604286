import { toChoiceKey } from '../ir.ts';
import type { ElementIr, FixedIr, ProfileIr, TypeIr } from '../ir.ts';
import { isObject } from '../json.ts';

/** One step of a discriminator's path: the JSON keys it may take, the url where it steps into an extension, or the step to a reference's target. */
export interface Step {
  readonly keys: readonly string[];
  readonly url?: string;
  readonly resolve?: true;
  /** True where several values may be found. */
  readonly many?: true;
}

/** Profiles and base types by canonical. */
export interface Profiles {
  readonly get: (canonical: string) => ProfileIr | undefined;
}

/** Where a path has led: the element there, what an ancestor's fixed value or pattern says of it, and the steps taken. */
export interface Place {
  readonly element: ElementIr | undefined;
  readonly value: FixedIr | undefined;
  readonly steps: readonly Step[];
}

const TOKENS = /extension\('[^']*'\)|extension\("[^"]*"\)|resolve\(\)|ofType\([^)]*\)|[^.]+/g;
const BASE = 'http://hl7.org/fhir/StructureDefinition/';

/** Follows a discriminator's path (R4 5.1.0.13: `$this`, names, `extension(url)`, `resolve()`, `ofType(type)`) from an element of a profile. */
export function followPath(path: string, from: ElementIr, profiles: Profiles): Place {
  const names = path.replace(/\((\w+) as (\w+)\)/g, '$1.ofType($2)').match(TOKENS) ?? [];
  const start: Place = { element: from, value: from.value, steps: [] };
  return names.filter((name) => name !== '$this').reduce((place, name) => step(place, name, profiles), start);
}

function step(place: Place, name: string, profiles: Profiles): Place {
  const [, call, argument = ''] = /^(extension|resolve|ofType)\(['"]?([^'")]*)['"]?\)$/.exec(name) ?? [];
  if (call === 'extension') return stepIntoExtension(place, argument, profiles);
  if (call === 'ofType') return narrow(place, argument);
  if (call === undefined) return stepIntoChild(place, name, profiles);
  return { element: toTarget(place.element, profiles), value: undefined, steps: [...place.steps, { keys: [], resolve: true }] };
}

function stepIntoExtension({ element, steps }: Place, url: string, profiles: Profiles): Place {
  const holder = toChildren(element, profiles).find((child) => child.name === 'extension');
  const slice = holder?.slices.find((each) => each.element.types.some((type) => type.profiles.includes(url)));
  return {
    element: slice?.element ?? profiles.get(url)?.root,
    value: undefined,
    steps: [...steps, { keys: ['extension'], url, many: true }],
  };
}

/** The target of a reference as an element of its own: its types are the targets'. */
function toTarget(element: ElementIr | undefined, profiles: Profiles): ElementIr | undefined {
  const targets = element?.types.flatMap((type) => type.targets) ?? [];
  if (element === undefined || targets.length === 0) return undefined;
  const types = targets.map((url): TypeIr => ({ code: toTypeName(url, profiles), profiles: [url], targets: [] }));
  return { name: '', path: element.path, min: 1, max: 1, list: false, choice: false, types, constraints: [], slices: [], children: [] };
}

function toTypeName(url: string, profiles: Profiles): string {
  return profiles.get(url)?.type ?? (url.startsWith(BASE) ? url.slice(BASE.length) : '');
}

function narrow(place: Place, code: string): Place {
  const { element, steps } = place;
  if (element?.choice !== true) return place;
  const last: Step = { keys: [toChoiceKey(element.name, code)] };
  const slice = element.slices.find((each) => each.element.types.some((type) => type.code === code))?.element;
  const narrowed = { ...element, types: element.types.filter((type) => type.code === code) };
  return { element: slice ?? narrowed, value: slice?.value ?? place.value, steps: [...steps.slice(0, -1), last] };
}

function stepIntoChild(place: Place, name: string, profiles: Profiles): Place {
  const child = findChild(toChildren(place.element, profiles), name);
  const element = child?.choice === true ? toOnlySlice(child) : child;
  const next: Step = { keys: toKeys(element, name), ...(child?.list !== false && { many: true }) };
  return { element, value: element?.value ?? toInner(place.value, name), steps: [...place.steps, next] };
}

function findChild(children: readonly ElementIr[], name: string): ElementIr | undefined {
  return children.find((each) => each.name === name) ?? children.find((each) => each.choice && isKeyOf(each, name));
}

function toKeys(element: ElementIr | undefined, name: string): readonly string[] {
  return element?.choice === true && element.name === name ? element.types.map((type) => toChoiceKey(name, type.code)) : [name];
}

function isKeyOf(choice: ElementIr, name: string): boolean {
  return choice.types.some((type) => toChoiceKey(choice.name, type.code) === name);
}

/** A choice with a single slice is what that slice says, as `value[x]:valueQuantity` in a component. */
function toOnlySlice(choice: ElementIr): ElementIr {
  const [slice, ...others] = choice.slices;
  return slice === undefined || others.length > 0 || choice.value !== undefined
    ? choice
    : { ...slice.element, name: choice.name, choice: true };
}

/** The children an element has in its own profile, and behind them those of the profiles its types name. */
function toChildren(element: ElementIr | undefined, profiles: Profiles): readonly ElementIr[] {
  if (element === undefined) return [];
  return [...element.children, ...element.types.flatMap((type) => type.profiles).flatMap((url) => profiles.get(url)?.root.children ?? [])];
}

/** The part of an ancestor's pattern that lies at this name; of a list only a single member is unambiguous. */
function toInner(value: FixedIr | undefined, name: string): FixedIr | undefined {
  const json: unknown = Array.isArray(value?.json) && value.json.length === 1 ? value.json[0] : value?.json;
  return value && isObject(json) && json[name] !== undefined ? { kind: value.kind, json: json[name] } : undefined;
}
