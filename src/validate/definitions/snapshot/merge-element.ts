import { isObject, toObjects } from '../../json.ts';
import type { JsonObject } from '../../json.ts';

const VALUE = /^(?:fixed|pattern)[A-Z]/;
/** Said of an element's place in its own definition, not of the element. */
const PLACE: ReadonlySet<string> = new Set(['id', 'path', 'sliceName', 'base', 'constraint', 'slicing']);

/** What a differential says over what its base says: rules are added, everything else replaces what stood there (R4 5.1.0.5). */
export function mergeElement(base: JsonObject, said: JsonObject): JsonObject {
  const replaces = Object.keys(said).some((key) => VALUE.test(key));
  const kept = Object.entries(base).filter(([key]) => !(replaces && VALUE.test(key)) && key !== 'constraint');
  const rules = mergeRules(toObjects(base['constraint']), toObjects(said['constraint']));
  return {
    ...Object.fromEntries(kept),
    ...Object.fromEntries(Object.entries(said).filter(([key]) => !PLACE.has(key))),
    ...(said['binding'] !== undefined && { binding: mergeBinding(base['binding'], said['binding']) }),
    ...(said['slicing'] !== undefined && { slicing: mergeSlicing(base['slicing'], said['slicing']) }),
    // Whether the JSON is a list was settled where the element was first defined.
    base: base['base'] ?? { max: base['max'] },
    ...(rules.length > 0 && { constraint: rules }),
  };
}

/** A rule said again replaces the one of its key. */
function mergeRules(base: readonly JsonObject[], said: readonly JsonObject[]): readonly JsonObject[] {
  const again = new Set(said.map((rule) => rule['key']));
  return [...base.filter((rule) => !again.has(rule['key'])), ...said];
}

function mergeBinding(base: unknown, said: unknown): unknown {
  return isObject(base) && isObject(said) ? { ...base, ...said } : said;
}

/** Discriminators may be added, never taken away (R4 5.1.0.14). */
function mergeSlicing(base: unknown, said: unknown): unknown {
  if (!isObject(base) || !isObject(said)) return said;
  const before = toObjects(base['discriminator']);
  const known = new Set(before.map(toKey));
  const added = toObjects(said['discriminator']).filter((each) => !known.has(toKey(each)));
  return { ...base, ...said, discriminator: [...before, ...added] };
}

function toKey({ type, path }: JsonObject): string {
  return `${String(type)} ${String(path)}`;
}
