import type { ElementIr } from '../ir.ts';

/** What names of elements and codes of types may be made of: both become part of generated code. */
const NAME = /^[A-Za-z][A-Za-z0-9]{0,63}$/;

/**
 * Looks for a name that may not stand in generated code, because definitions come from outside: one that is no FHIR name,
 * or that every JavaScript object has by itself. Answers the path of its element.
 */
export function findUnsafeName(element: ElementIr): string | undefined {
  const names = [element.name, ...element.types.map((type) => type.code)];
  if (!names.every(isSafe)) return element.path;
  for (const inner of [...element.children, ...element.slices.map((slice) => slice.element)]) {
    const found = findUnsafeName(inner);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isSafe(name: string): boolean {
  return NAME.test(name) && !(name in Object.prototype);
}
