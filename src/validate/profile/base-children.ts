import { toChoiceKey } from '../ir.ts';
import type { ElementIr, ProfileIr } from '../ir.ts';

/** The base types by code. */
export interface Bases {
  readonly get: (code: string) => ProfileIr | undefined;
}

/** Older snapshots name a choice by its key, `Observation.valueQuantity`: it is the choice with this type alone. */
export function toChoice(child: ElementIr, known: ReadonlyMap<string, ElementIr>, names: ReadonlySet<string>): ElementIr {
  for (const [name, choice] of known) {
    const type = choice.choice ? choice.types.find((each) => toChoiceKey(name, each.code) === child.name) : undefined;
    if (type === undefined) continue;
    const types = child.types.length > 0 ? child.types : [type];
    return { ...child, name, choice: true, types: names.has(name) ? choice.types : types };
  }
  return child;
}

/** What the base says of an element's children, by name: its own, those of the element it refers to, or those of its type. */
export function toBaseChildren(element: ElementIr, base: ElementIr | undefined, bases: Bases): ReadonlyMap<string, ElementIr> {
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
