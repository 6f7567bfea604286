import type { Resource } from '@medplum/fhirtypes';

interface Cut {
  readonly isGone: (target: string) => boolean;
  readonly expressions: string[];
}

/**
 * A copy of a resource without its references to what is gone, and where they stood.
 * Inside a repeating element the whole item goes, because a diagnosis without its condition or a performer without its actor says nothing.
 */
export function dropReferences<T extends Resource>(
  resource: T,
  isGone: (target: string) => boolean,
): { readonly resource: T; readonly expressions: readonly string[] } {
  const copy = structuredClone(resource);
  const expressions: string[] = [];
  cutProperties(copy, resource.resourceType, { isGone, expressions });
  return { resource: copy, expressions };
}

/** Takes out what refers to the gone; true when something was taken from this very object. */
function cutProperties(node: object, path: string, cut: Cut): boolean {
  let lost = false;
  for (const [key, child] of new Map<string, unknown>(Object.entries(node))) {
    if (!isEmptied(child, `${path}.${key}`, cut)) continue;
    Reflect.deleteProperty(node, key);
    lost = true;
  }
  return lost;
}

function isEmptied(child: unknown, path: string, cut: Cut): boolean {
  if (Array.isArray(child)) return cutItems(child, path, cut);
  if (typeof child !== 'object' || child === null) return false;
  return refersToGone(child, path, cut) || (cutProperties(child, path, cut) && Object.keys(child).length === 0);
}

function cutItems(items: unknown[], path: string, cut: Cut): boolean {
  const kept = items.filter((item, index) => !isLostItem(item, `${path}[${String(index)}]`, cut));
  if (kept.length < items.length) items.splice(0, items.length, ...kept);
  return items.length === 0;
}

function isLostItem(item: unknown, path: string, cut: Cut): boolean {
  return typeof item === 'object' && item !== null && (refersToGone(item, path, cut) || cutProperties(item, path, cut));
}

function refersToGone(node: object, path: string, cut: Cut): boolean {
  const gone = 'reference' in node && typeof node.reference === 'string' && cut.isGone(node.reference);
  if (gone) cut.expressions.push(path);
  return gone;
}
