/** A JSON object as it came: every value still has to be looked at. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** True for a JSON object: not null, not an array. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value as a list of objects; anything else in it is dropped. */
export function toObjects(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** The value as a list of strings; anything else in it is dropped. */
export function toStrings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}

/** The value when it is a string, else the empty string. */
export function toText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
