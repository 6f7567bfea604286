import { toResourceKeys } from '../bundle/to-bundle.ts';
import { isSameValue } from '../same-value.ts';
import type { Element } from '../visit.ts';
import type { LeafyResource, World, WorldVisit } from './world.ts';

/** A resource of a visit with the row that said it last, by which it is found again when a cell says something else. */
export interface Subject {
  readonly id: string;
  readonly resource: LeafyResource;
  readonly element?: Element;
  readonly row: number | string;
  /** Which of the row's elements of that key it was made from. */
  readonly nth: number;
}

/** The resources of a visit. What several rows say alike is the last one's: that row's cell, changed, changes it. */
export function toSubjects(visit: WorldVisit, world: World): readonly Subject[] {
  return [...visit.resources()].map(([id, resource]): Subject => {
    const element = findElement(id, [...visit.visit.elements, ...listComputed(visit)]);
    const said = element === undefined ? undefined : findLast(toSource(element, visit), visit, world);
    const last = visit.rows.at(-1) ?? '';
    return { id, resource, ...(element === undefined ? {} : { element }), row: said?.row ?? last, nth: said?.nth ?? 0 };
  });
}

/** What was computed of a visit, which no row says. */
function listComputed(visit: WorldVisit): readonly Element[] {
  return visit.input()?.visit.elements.filter(({ from }) => from !== undefined) ?? [];
}

/** A computed fact was said by the row that said what it rests on first. */
function toSource(element: Element, { visit }: WorldVisit): Element {
  const [first] = element.from ?? [];
  return visit.elements.find(({ key, ordinal }) => key === first?.key && ordinal === first.ordinal) ?? element;
}

function findElement(id: string, elements: readonly Element[]): Element | undefined {
  return elements.find(({ key, ordinal }) => toResourceKeys(key).some((each) => id === toId(each, ordinal)));
}

function findLast(
  element: Element,
  { rows }: WorldVisit,
  world: World,
): { readonly row: number | string; readonly nth: number } | undefined {
  for (const row of rows.toReversed()) {
    const nth = toOfKey(world, row, element.key).findIndex(({ value }) => isSameValue(value, element.value));
    if (nth >= 0) return { row, nth };
  }
  return undefined;
}

function toOfKey(world: World, row: number | string, key: string): readonly Element[] {
  return world.rows.get(row)?.visit?.elements.filter((each) => each.key === key) ?? [];
}

/** The same resource in another world; undefined where nothing of it is left. */
export function findAgain({ id, element, row, nth }: Subject, world: World): LeafyResource | undefined {
  const visit = world.byRow.get(row);
  const isSaid = element !== undefined && element.from === undefined;
  if (visit === undefined || !isSaid) return visit?.resources().get(id);
  const said = toOfKey(world, row, element.key)[nth];
  return said === undefined ? undefined : findSaid({ id, element }, said, visit);
}

function findSaid({ id, element }: Required<Pick<Subject, 'id' | 'element'>>, said: Element, visit: WorldVisit): LeafyResource | undefined {
  const alike = visit.visit.elements.filter(({ key, value }) => key === said.key && isSameValue(value, said.value));
  const now = alike.find(({ ordinal }) => ordinal === element.ordinal) ?? alike[0];
  return visit.resources().get(toId(id.slice(0, id.lastIndexOf('|')), now?.ordinal ?? element.ordinal));
}

function toId(key: string, ordinal: number): string {
  return `${key}|${String(ordinal)}`;
}
