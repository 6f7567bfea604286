/** Any value that JSON can carry. */
export type Json = string | number | boolean | null | Json[] | JsonObject;

/** A JSON object whose keys are not known beforehand. */
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

/** Answers whether a value from outside is a JSON object, and not a list or null. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads JSON text; the text must be whole, otherwise a SyntaxError is thrown. */
export function parseJson(text: string): Json {
  return JSON.parse(text) as Json;
}

/** Follows keys from object to object and returns what stands there, or undefined as soon as a step is missing. */
export function valueAt(value: Json | undefined, ...keys: readonly string[]): Json | undefined {
  let here = value;
  for (const key of keys) here = isJsonObject(here) ? here[key] : undefined;
  return here;
}

/** Like `valueAt`, but only a text that is not empty counts. */
export function textAt(value: Json | undefined, ...keys: readonly string[]): string | undefined {
  const found = valueAt(value, ...keys);
  return typeof found === 'string' && found !== '' ? found : undefined;
}

/** A value as SATUSEHAT prints it inside a message. */
export function printed(value: Json | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}

/** The items of a list; a single value counts as a list of one and nothing as an empty list. */
export function itemsOf(value: Json | undefined): readonly Json[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}
