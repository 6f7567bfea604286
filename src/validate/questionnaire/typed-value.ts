import { isObject, toObjects } from '../json.ts';
import type { JsonObject } from '../json.ts';

/** The extensions of an element with one url. */
export function toExtensions(element: JsonObject, url: string): readonly JsonObject[] {
  const extensions = element['extension'];
  return extensions === undefined ? NONE : toObjects(extensions).filter((extension) => extension['url'] === url);
}

const NONE: readonly JsonObject[] = [];

/** The value of an element's first extension with one url, whatever its type. */
export function toExtensionValue(element: JsonObject, url: string): unknown {
  const [extension] = toExtensions(element, url);
  return extension === undefined ? undefined : toValue(extension).value;
}

/** A value[x]: its type as FHIR writes it (`Coding`, `dateTime`), and the value; a primitive that is only extensions has none. */
export interface TypedValue {
  readonly type: string;
  readonly value: unknown;
}

const ABSENT: TypedValue = { type: '', value: undefined };
const UPPER: ReadonlySet<string> = new Set(['Coding', 'Quantity', 'Reference', 'Attachment']);

/** Finds the value[x] (or another choice such as answer[x]) of an element. */
export function toValue(element: JsonObject, name = 'value'): TypedValue {
  for (const key in element) {
    const from = key.startsWith('_') ? 1 : 0;
    if (!key.startsWith(name, from) || key.length <= name.length + from) continue;
    const type = key.slice(name.length + from);
    const value = element[key.slice(from)];
    return { type: UPPER.has(type) ? type : type.charAt(0).toLowerCase() + type.slice(1), value };
  }
  return ABSENT;
}

/** The value as an object, empty where it is none. */
export function toObject(value: unknown): JsonObject {
  return isObject(value) ? value : EMPTY;
}

const EMPTY: JsonObject = {};
