import type { JsonObject } from '../../src/validate/json.ts';
import { isObject, toObjects, toText } from '../../src/validate/json.ts';

const BASE = 'http://hl7.org/fhir/StructureDefinition/';

/**
 * Fills a profile's differential into the snapshot of its base, because a profile is committed without one: it weighs fifty times as much.
 * Unfolds slices and datatypes where the differential goes into them. Throws when an element has no place.
 */
export function toSnapshot(profile: JsonObject, base: ReadonlyMap<string, JsonObject>): JsonObject {
  const elements = [...toElements(base.get(toText(profile['baseDefinition'])))];
  for (const change of toObjects(toPart(profile, 'differential'))) {
    const at = toPlace(elements, toText(change['id']), base);
    const old = elements[at] ?? {};
    const constraint = [...toObjects(old['constraint']), ...toObjects(change['constraint'])];
    elements[at] = { ...old, ...change, ...(constraint.length > 0 && { constraint }) };
  }
  return { ...profile, snapshot: { element: elements } };
}

function toElements(definition: JsonObject | undefined): readonly JsonObject[] {
  return toObjects(definition === undefined ? undefined : toPart(definition, 'snapshot'));
}

function toPart(definition: JsonObject, name: string): unknown {
  const part = definition[name];
  return isObject(part) ? part['element'] : undefined;
}

/** Where an element stands; it is put there first when its base has no such slice or does not go so deep. */
function toPlace(elements: JsonObject[], id: string, base: ReadonlyMap<string, JsonObject>): number {
  const known = find(elements, id);
  if (known >= 0) return known;
  const dot = id.lastIndexOf('.');
  if (dot < 0) throw new Error(`There is no element ${id}`);
  const colon = id.indexOf(':', dot);
  if (colon > 0) return addSlice(elements, id, toPlace(elements, id.slice(0, colon), base));
  unfold(elements, toPlace(elements, id.slice(0, dot), base), base);
  const found = find(elements, id);
  if (found < 0) throw new Error(`There is no element ${id}`);
  return found;
}

function find(elements: readonly JsonObject[], id: string): number {
  return elements.findIndex((element) => element['id'] === id);
}

/** A slice stands after everything inside the element it divides and after the slices before it. */
function addSlice(elements: JsonObject[], id: string, divided: number): number {
  const { slicing: _, ...element } = elements[divided] ?? {};
  const source = toText(element['id']);
  let end = divided + 1;
  while (isWithin(toText(elements[end]?.['id']), source)) end++;
  elements.splice(end, 0, { ...element, id });
  return end;
}

function isWithin(id: string, outer: string): boolean {
  return id.startsWith(`${outer}.`) || id.startsWith(`${outer}:`);
}

/** Puts the children of an element's type below it; below a slice, those of the element it is a slice of. */
function unfold(elements: JsonObject[], at: number, base: ReadonlyMap<string, JsonObject>): void {
  const { id, path, type } = elements[at] ?? {};
  const [to, code] = [toText(id), toText(toObjects(type)[0]?.['code'])];
  const divided = to.replace(/:[^.:]+$/, '');
  const own = elements.filter((element) => toText(element['id']).startsWith(`${divided}.`));
  const [from, children] = own.length > 0 && divided !== to ? [divided, own] : [code, toElements(base.get(BASE + code)).slice(1)];
  const moved = children.map((child) => ({
    ...child,
    id: to + toText(child['id']).slice(from.length),
    path: toText(path) + toText(child['path']).slice(own.length > 0 && divided !== to ? toText(path).length : from.length),
  }));
  elements.splice(at + 1, 0, ...moved);
}
